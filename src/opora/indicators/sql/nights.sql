-- Nights in beds of the crisis centre: each belongs to the day on which it begins. A night away frees no bed. What is
-- agreed for later counts up to the day one looks from.
-- reads: cases_case, cases_stay, stays_admission, stays_beduse, stays_lodger
SELECT asked.bucket, lodger.person_id AS subject, greatest(used.from_on, asked.first) AS "on",
       told.program_id, told.department_id, told.id AS case_id, told.family_id, 'yes' AS state,
       (least(COALESCE(used.released_on, 'infinity'), asked.last + 1) - greatest(used.from_on, asked.first))::numeric
         AS amount, ARRAY[lodger.part]::text[] AS dims
  FROM stays_lodger lodger
  JOIN stays_admission taken ON taken.id = lodger.admission_id AND taken.stay_id IS NOT NULL
  JOIN cases_case told ON told.id = taken.case_id AND told.voided_on IS NULL
  JOIN cases_stay stay ON stay.id = taken.stay_id
  JOIN stays_beduse used ON used.lodger_id = lodger.id AND used.kind = 'lives'
  JOIN asked ON used.from_on <= asked.last AND COALESCE(used.released_on, 'infinity') > asked.first
