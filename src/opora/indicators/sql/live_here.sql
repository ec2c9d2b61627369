-- People who live in the crisis centre on the last day: whoever is away for a night keeps the bed and is counted, and
-- whoever should have left and has not is still there.
-- reads: cases_case, cases_stay, stays_admission, stays_lodger
SELECT asked.bucket, lodger.person_id AS subject, asked.last AS "on", told.program_id, told.department_id,
       told.id AS case_id, told.family_id, 'yes' AS state, 1::numeric AS amount, ARRAY[lodger.part]::text[] AS dims
  FROM stays_lodger lodger
  JOIN stays_admission taken ON taken.id = lodger.admission_id AND taken.stay_id IS NOT NULL
  JOIN cases_case told ON told.id = taken.case_id AND told.voided_on IS NULL
  JOIN cases_stay stay ON stay.id = taken.stay_id
  JOIN asked ON lodger.from_on <= asked.last AND COALESCE(lodger.left_on, stay.left_on, 'infinity') > asked.last
