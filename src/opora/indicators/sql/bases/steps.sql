-- Steps of paths from one place to another; carrying a path to another version of its process is none.
-- reads: cases_case, process_route, process_routestep
SELECT step.id, step."on", step.waited, step.from_stage, step.to_stage,
       COALESCE(told.program_id, route.program_id) AS program_id,
       COALESCE(told.department_id, route.department_id) AS department_id, told.id AS case_id,
       COALESCE(told.family_id, route.family_id) AS family_id
  FROM process_routestep step
  JOIN process_route route ON route.id = step.route_id AND route.voided_on IS NULL
  LEFT JOIN cases_case told ON told.id = route.case_id
 WHERE step."on" BETWEEN %(first)s AND %(last)s AND step.from_stage <> '' AND (step.action <> '' OR step.is_override)
   AND told.voided_on IS NULL
