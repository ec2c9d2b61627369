-- Sessions and consultations held: services in which people met, by format and by what the colleague is here. Handing
-- out things is no session.
-- reads: cases_case, catalogue_service, process_route, services_provision
SELECT given.id AS subject, given."on",
       COALESCE(told.program_id, route.program_id) AS program_id,
       COALESCE(told.department_id, route.department_id) AS department_id, told.id AS case_id,
       COALESCE(told.family_id, route.family_id) AS family_id,
       'yes' AS state, 1::numeric AS amount,
       ARRAY[given.format, given.worker_id::text, given.provider]::text[] AS dims
  FROM services_provision given
  LEFT JOIN process_route route ON route.id = given.route_id
  LEFT JOIN cases_case told ON told.id = COALESCE(given.case_id, route.case_id)
  JOIN catalogue_service service ON service.id = given.service_id
 WHERE given.state = 'held' AND given."on" BETWEEN %(first)s AND %(last)s
   AND given.format IN ('individual', 'family', 'parent_child', 'group', 'meeting')
   AND given.voided_on IS NULL AND route.voided_on IS NULL AND told.voided_on IS NULL
