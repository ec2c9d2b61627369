-- Cases: each by its day of opening or closing, or as long as it was worked on in the period.
-- reads: cases_case
SELECT told.id AS record, NULL::bigint AS person_id, told.family_id, told.id AS case_id, NULL::bigint AS route_id,
       told.department_id, told.program_id, {on} AS "on", 'yes' AS state,
       GREATEST(LEAST(COALESCE(told.closed_on, %(as_of)s::date), %(as_of)s::date) - told.opened_on, 0)::numeric AS amount
  FROM cases_case told
 WHERE told.voided_on IS NULL AND {in_period}
