-- Paths that ended, by the exit they left through.
-- reads: cases_case, process_route
-- marks: process_route
SELECT route.id AS subject, route.ended_on AS "on",
       COALESCE(told.program_id, route.program_id) AS program_id,
       COALESCE(told.department_id, route.department_id) AS department_id, told.id AS case_id,
       COALESCE(told.family_id, route.family_id) AS family_id,
       'yes' AS state, 1::numeric AS amount, ARRAY[route.stage]::text[] AS dims
  FROM process_route route
  LEFT JOIN cases_case told ON told.id = route.case_id
 WHERE route.ended_on BETWEEN %(first)s AND %(last)s AND route.voided_on IS NULL AND told.voided_on IS NULL
