-- Services held. One meeting of a group is one service of a family, also where the family stood on its list twice. It
-- followed a signal where the path of the family began with one, received by that day.
-- reads: cases_case, catalogue_service, intake_referral, process_route, services_provision
SELECT given.id AS subject, given."on",
       COALESCE(told.program_id, route.program_id) AS program_id,
       COALESCE(told.department_id, route.department_id) AS department_id, told.id AS case_id,
       COALESCE(told.family_id, route.family_id) AS family_id,
       'yes' AS state, 1::numeric AS amount,
       ARRAY[service.direction_id::text, given.service_id::text, given.format, given.provider,
             CASE WHEN (signal.received_at AT TIME ZONE %(zone)s)::date <= given."on" THEN 'yes' ELSE 'no' END]::text[]
             AS dims
  FROM services_provision given
  LEFT JOIN process_route route ON route.id = given.route_id
  LEFT JOIN cases_case told ON told.id = COALESCE(given.case_id, route.case_id)
  LEFT JOIN process_route path ON path.case_id = told.id
  LEFT JOIN intake_referral signal ON signal.route_id = COALESCE(given.route_id, path.id)
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
