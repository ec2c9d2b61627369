-- Acts of material help that stand, of the warehouse and of urgent help, each with whose it is.
-- reads: cases_case, goods_issue, intake_urgentaid, process_route
SELECT act.source, act.id, act.kind, act.place_id, act.given_on, act.route_id,
       COALESCE(told.program_id, route.program_id) AS program_id,
       COALESCE(told.department_id, route.department_id) AS department_id, told.id AS case_id,
       COALESCE(told.family_id, route.family_id) AS family_id
  FROM (
    SELECT 'goods' AS source, id, kind, place_id, given_on, route_id, case_id FROM goods_issue
     WHERE reverses_id IS NULL AND voided_on IS NULL AND given_on BETWEEN %(first)s AND %(last)s
       AND id NOT IN (SELECT reverses_id FROM goods_issue WHERE reverses_id IS NOT NULL)
     UNION ALL
    SELECT 'urgent', id, 'urgent', NULL, given_on, route_id, case_id FROM intake_urgentaid
     WHERE reverses_id IS NULL AND voided_on IS NULL AND given_on BETWEEN %(first)s AND %(last)s
       AND id NOT IN (SELECT reverses_id FROM intake_urgentaid WHERE reverses_id IS NOT NULL)
  ) act
  LEFT JOIN process_route route ON route.id = act.route_id
  LEFT JOIN cases_case told ON told.id = COALESCE(act.case_id, route.case_id)
 WHERE route.voided_on IS NULL AND told.voided_on IS NULL
