-- Weak sides in all: fewer by at least one at the exit, or at the look back, than at the entry by the same form.
-- reads: assessments_assessment
SELECT 'wellbeing_better' AS concept, later.case_id, NULL::bigint AS person_id, later."on",
       CASE WHEN entry.weak - later.weak >= 1 THEN 'yes' ELSE 'no' END AS state,
       'assessments.assessment:' || later.id AS source, TRUE AS is_sure
  FROM cases
  JOIN assessments_assessment entry
    ON entry.case_id = cases.case_id AND entry.point = 'entry' AND entry.status = 'approved'
  JOIN assessments_assessment later
    ON later.case_id = entry.case_id AND later.instrument_code = entry.instrument_code
   AND later.point IN ('exit', 'follow_up') AND later.status = 'approved'
