-- Of the paths that began in the period: whether the family was taken into work by the day one looks from. A path on
-- which nothing is decided yet is not known.
-- reads: cases_case, process_route
-- marks: process_route
SELECT route.id AS subject, route.started_on AS "on",
       COALESCE(told.program_id, route.program_id) AS program_id,
       COALESCE(told.department_id, route.department_id) AS department_id, told.id AS case_id,
       COALESCE(told.family_id, route.family_id) AS family_id,
       CASE WHEN told.opened_on <= %(as_of)s THEN 'yes' WHEN route.ended_on <= %(as_of)s THEN 'no' ELSE 'unknown' END
         AS state, 1::numeric AS amount, ARRAY[]::text[] AS dims
  FROM process_route route
  LEFT JOIN cases_case told ON told.id = route.case_id
 WHERE route.started_on BETWEEN %(first)s AND %(last)s AND route.voided_on IS NULL AND told.voided_on IS NULL
