-- Services held. One meeting of a group is one service of a family, also where the family stood on its list twice.
-- reads: cases_case, catalogue_service, process_route, services_provision
SELECT given.id AS record, NULL::bigint AS person_id, COALESCE(told.family_id, route.family_id) AS family_id,
       told.id AS case_id, given.route_id, COALESCE(told.department_id, route.department_id) AS department_id,
       COALESCE(told.program_id, route.program_id) AS program_id, given."on", 'yes' AS state,
       given.minutes::numeric AS amount, service.direction_id::text AS own_direction,
       given.service_id::text AS own_service, NULLIF(given.format, '') AS own_format,
       NULLIF(given.provider, '') AS own_provider, given.worker_id::text AS own_worker,
       NULLIF(given."where", '') AS own_where
  FROM services_provision given
  LEFT JOIN process_route route ON route.id = given.route_id
  LEFT JOIN cases_case told ON told.id = COALESCE(given.case_id, route.case_id)
  JOIN catalogue_service service ON service.id = given.service_id
 WHERE given.state = 'held' AND given."on" BETWEEN %(first)s AND %(last)s
   AND given.voided_on IS NULL AND route.voided_on IS NULL AND told.voided_on IS NULL
   AND (given.origin = '' OR NOT EXISTS (
        SELECT 1 FROM services_provision former
          LEFT JOIN process_route its ON its.id = former.route_id
          LEFT JOIN cases_case had ON had.id = COALESCE(former.case_id, its.case_id)
         WHERE former.origin = given.origin AND former.id < given.id AND former.state = 'held'
           AND former.voided_on IS NULL
           AND COALESCE(had.family_id, its.family_id) = COALESCE(told.family_id, route.family_id)))
