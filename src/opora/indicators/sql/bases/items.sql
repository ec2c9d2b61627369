-- Items of the forms of closed cases, counted case by case: at entry and at exit by the scale of each form, from one to
-- the other by that of the entry.
SELECT form.case_id, form.closed_on, form.program_id, form.department_id, form.family_id, told.*,
       cardinality(form.entry_ratings) AS entry_items, cardinality(form.exit_ratings) AS exit_items,
       form.entry_ratings IS NOT NULL AND form.exit_ratings IS NOT NULL AS has_pair
  FROM forms form
  LEFT JOIN scales before ON before.id = form.entry_version
  LEFT JOIN scales after ON after.id = form.exit_version
 CROSS JOIN LATERAL (
    SELECT COUNT(*) FILTER (WHERE rating.before >= before.weak_from) AS entry_weak, COUNT(rating.before) AS entry_rated,
           COUNT(*) FILTER (WHERE rating.after >= after.weak_from) AS exit_weak, COUNT(rating.after) AS exit_rated,
           COUNT(rating.after) FILTER (WHERE rating.before >= before.weak_from) AS asked,
           COUNT(*) FILTER (WHERE rating.before >= before.weak_from AND rating.after < before.weak_from) AS solved,
           COUNT(*) FILTER (WHERE rating.before < before.weak_from AND rating.after >= before.weak_from) AS worse,
           COUNT(rating.after) FILTER (WHERE rating.before < before.weak_from) AS well_asked
      FROM unnest(form.entry_ratings, form.exit_ratings) AS rating(before, after)
 ) told
 WHERE form.entry_ratings IS NOT NULL OR form.exit_ratings IS NOT NULL
