-- Papers and records with whose they are: of boxes that no indicator, service or outcome tells of.
-- reads: cases_case, process_route
SELECT given.id AS subject, given."on", COALESCE(told.program_id, route.program_id) AS program_id,
       COALESCE(told.department_id, route.department_id) AS department_id, told.id AS case_id,
       COALESCE(told.family_id, route.family_id) AS family_id, 'yes' AS state, 1::numeric AS amount,
       ARRAY[given.kind]::text[] AS dims
  FROM records given
  LEFT JOIN process_route route ON route.id = given.route_id
  LEFT JOIN cases_case told ON told.id = COALESCE(given.case_id, route.case_id)
 WHERE route.voided_on IS NULL AND told.voided_on IS NULL
