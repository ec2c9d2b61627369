-- Results that families and people reached, each by the first day on which it stood; lost later, it was reached all the
-- same.
-- reads: cases_case, results_resultmark
SELECT mark.id AS subject, mark.since AS "on", told.program_id, told.department_id, told.id AS case_id, told.family_id,
       'yes' AS state, 1::numeric AS amount, ARRAY[mark.concept]::text[] AS dims
  FROM results_resultmark mark
  JOIN cases_case told ON told.id = mark.case_id AND told.voided_on IS NULL
 WHERE mark.kind = 'reached' AND mark.since BETWEEN %(first)s AND %(last)s
   AND NOT EXISTS (
    SELECT FROM results_resultmark former
     WHERE former.case_id = mark.case_id AND former.concept = mark.concept AND former.kind = 'reached'
       AND former.person_id IS NOT DISTINCT FROM mark.person_id
       AND (former.since, former.id) < (mark.since, mark.id))
