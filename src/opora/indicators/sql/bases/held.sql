-- Services held, each with whose it is.
-- reads: cases_case, services_provision
SELECT given.id, given."on", given.service_id, given.worker_id, given.format, given.provider, given.origin,
       given.route_id, COALESCE(told.program_id, path.program_id) AS program_id,
       COALESCE(told.department_id, path.department_id) AS department_id,
       COALESCE(told.id, path.case_id) AS case_id, COALESCE(told.family_id, path.family_id) AS family_id
  FROM services_provision given
  LEFT JOIN paths path ON path.id = given.route_id
  LEFT JOIN cases_case told ON told.id = given.case_id
 WHERE given.state = 'held' AND given."on" BETWEEN %(first)s AND %(last)s
   AND given.voided_on IS NULL AND told.voided_on IS NULL AND (given.route_id IS NULL OR path.id IS NOT NULL)
