-- Items of the forms of closed cases, counted case by case: at entry and at exit by the scale of each form, from one to
-- the other by that of the entry.
-- reads: assessments_assessment
SELECT fact.case_id, fact.closed_on, fact.program_id, fact.department_id, fact.family_id, told.*,
       cardinality(entry.ratings) AS entry_items, cardinality(exit.ratings) AS exit_items,
       entry.ratings IS NOT NULL AND exit.ratings IS NOT NULL AS has_pair
  FROM closed fact
  LEFT JOIN assessments_assessment entry ON entry.id = fact.entry_id AND entry.ratings IS NOT NULL
  LEFT JOIN assessments_assessment exit ON exit.id = fact.exit_id AND exit.ratings IS NOT NULL
  LEFT JOIN scales before ON before.id = entry.version_id
  LEFT JOIN scales after ON after.id = exit.version_id
 CROSS JOIN LATERAL (
    SELECT COUNT(*) FILTER (WHERE rating.before >= before.weak_from) AS entry_weak, COUNT(rating.before) AS entry_rated,
           COUNT(*) FILTER (WHERE rating.after >= after.weak_from) AS exit_weak, COUNT(rating.after) AS exit_rated,
           COUNT(rating.after) FILTER (WHERE rating.before >= before.weak_from) AS asked,
           COUNT(*) FILTER (WHERE rating.before >= before.weak_from AND rating.after < before.weak_from) AS solved,
           COUNT(*) FILTER (WHERE rating.before < before.weak_from AND rating.after >= before.weak_from) AS worse,
           COUNT(rating.after) FILTER (WHERE rating.before < before.weak_from) AS well_asked
      FROM unnest(entry.ratings, exit.ratings) AS rating(before, after)
 ) told
 WHERE entry.id IS NOT NULL OR exit.id IS NOT NULL
