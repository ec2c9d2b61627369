-- Paths that stand, each with whose it is and since when there is a case.
-- reads: cases_case, process_route
SELECT route.id, COALESCE(told.program_id, route.program_id) AS program_id,
       COALESCE(told.department_id, route.department_id) AS department_id, told.id AS case_id,
       COALESCE(told.family_id, route.family_id) AS family_id, told.opened_on
  FROM process_route route
  LEFT JOIN cases_case told ON told.id = route.case_id
 WHERE route.voided_on IS NULL AND told.voided_on IS NULL
