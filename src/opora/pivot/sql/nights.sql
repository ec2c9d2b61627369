-- Nights in beds of the centres: each belongs to the day on which it begins. A night away frees no bed.
-- reads: cases_case, cases_stay, stays_admission, stays_beduse, stays_lodger
SELECT used.id AS record, lodger.person_id, told.family_id, told.id AS case_id, NULL::bigint AS route_id,
       told.department_id, told.program_id, GREATEST(used.from_on, %(first)s::date) AS "on", 'yes' AS state,
       (LEAST(COALESCE(used.released_on, 'infinity'), %(last)s::date + 1) - GREATEST(used.from_on, %(first)s::date))::numeric
         AS amount, taken.shelter_id::text AS own_centre, lodger.part AS own_part
  FROM stays_lodger lodger
  JOIN stays_admission taken ON taken.id = lodger.admission_id AND taken.stay_id IS NOT NULL
  JOIN cases_case told ON told.id = taken.case_id AND told.voided_on IS NULL
  JOIN cases_stay stay ON stay.id = taken.stay_id
  JOIN stays_beduse used ON used.lodger_id = lodger.id AND used.kind = 'lives'
 WHERE used.from_on <= %(last)s AND COALESCE(used.released_on, 'infinity') > %(first)s
