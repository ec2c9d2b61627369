-- People who moved into the crisis centre, as they were counted on coming.
-- reads: cases_case, stays_admission, stays_lodger
SELECT lodger.person_id AS subject, lodger.from_on AS "on", told.program_id, told.department_id, told.id AS case_id,
       told.family_id, 'yes' AS state, 1::numeric AS amount, ARRAY[lodger.part, taken.reason]::text[] AS dims
  FROM stays_lodger lodger
  JOIN stays_admission taken ON taken.id = lodger.admission_id AND taken.stay_id IS NOT NULL
  JOIN cases_case told ON told.id = taken.case_id AND told.voided_on IS NULL
 WHERE lodger.from_on BETWEEN %(first)s AND %(last)s
