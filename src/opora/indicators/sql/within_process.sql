-- Paths that ended, by the day: whether each of their steps was one of the process. A step outside it is taken with a
-- reason by whoever may; of a path without steps nothing is known.
-- reads: cases_case, process_route, process_routestep
-- marks: process_route, process_routestep
SELECT route.id AS subject, route.ended_on AS "on",
       COALESCE(told.program_id, route.program_id) AS program_id,
       COALESCE(told.department_id, route.department_id) AS department_id, told.id AS case_id,
       COALESCE(told.family_id, route.family_id) AS family_id,
       CASE WHEN steps.left_it THEN 'no' WHEN steps.left_it IS NULL THEN 'unknown' ELSE 'yes' END AS state,
       1::numeric AS amount, ARRAY[route.stage]::text[] AS dims
  FROM process_route route
  LEFT JOIN cases_case told ON told.id = route.case_id
  LEFT JOIN LATERAL (
    SELECT bool_or(step.is_override) AS left_it FROM process_routestep step WHERE step.route_id = route.id
  ) steps ON TRUE
 WHERE route.ended_on BETWEEN %(first)s AND %(last)s AND route.voided_on IS NULL AND told.voided_on IS NULL
