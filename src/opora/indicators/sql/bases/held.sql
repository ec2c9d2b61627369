-- Services held, each with whose it is.
-- reads: cases_case, process_route, services_provision
SELECT given.id, given."on", given.service_id, given.worker_id, given.format, given.provider, given.origin,
       given.route_id, COALESCE(told.program_id, route.program_id) AS program_id,
       COALESCE(told.department_id, route.department_id) AS department_id, told.id AS case_id,
       COALESCE(told.family_id, route.family_id) AS family_id
  FROM services_provision given
  LEFT JOIN process_route route ON route.id = given.route_id
  LEFT JOIN cases_case told ON told.id = COALESCE(given.case_id, route.case_id)
 WHERE given.state = 'held' AND given."on" BETWEEN %(first)s AND %(last)s
   AND given.voided_on IS NULL AND route.voided_on IS NULL AND told.voided_on IS NULL
