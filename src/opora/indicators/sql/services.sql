-- Services held. One meeting of a group is one service of a family, also where the family stood on its list twice. It
-- followed a signal where the path of the family began with one, received by that day.
-- reads: cases_case, catalogue_service, intake_referral, process_route, services_provision
SELECT held.id AS subject, held."on", held.program_id, held.department_id, held.case_id, held.family_id,
       'yes' AS state, 1::numeric AS amount,
       ARRAY[service.direction_id::text, held.service_id::text, held.format, held.provider,
             CASE WHEN (signal.received_at AT TIME ZONE %(zone)s)::date <= held."on" THEN 'yes' ELSE 'no' END]::text[]
             AS dims
  FROM held
  LEFT JOIN process_route path ON path.case_id = held.case_id
  LEFT JOIN intake_referral signal ON signal.route_id = COALESCE(held.route_id, path.id)
  LEFT JOIN catalogue_service service ON service.id = held.service_id
 WHERE held.origin = '' OR NOT EXISTS (
    SELECT 1 FROM services_provision former
      LEFT JOIN process_route its ON its.id = former.route_id
      LEFT JOIN cases_case had ON had.id = COALESCE(former.case_id, its.case_id)
     WHERE former.origin = held.origin AND former.id < held.id AND former.state = 'held'
       AND former.voided_on IS NULL AND COALESCE(had.family_id, its.family_id) = held.family_id)
