-- Lines of acts of goods that stand: so much of a good.
-- reads: cases_case, goods_good, goods_issue, goods_issueline, process_route
SELECT line.id AS record, NULL::bigint AS person_id, COALESCE(told.family_id, route.family_id) AS family_id,
       told.id AS case_id, act.route_id, COALESCE(told.department_id, route.department_id) AS department_id,
       COALESCE(told.program_id, route.program_id) AS program_id, act.given_on AS "on", 'yes' AS state,
       line.quantity AS amount, good.category AS own_category, good.id::text AS own_good, good.unit AS own_unit,
       act.place_id::text AS own_place
  FROM goods_issue act
  JOIN goods_issueline line ON line.issue_id = act.id
  JOIN goods_good good ON good.id = line.good_id
  LEFT JOIN goods_issue back ON back.reverses_id = act.id
  LEFT JOIN process_route route ON route.id = act.route_id
  LEFT JOIN cases_case told ON told.id = COALESCE(act.case_id, route.case_id)
 WHERE act.given_on BETWEEN %(first)s AND %(last)s AND act.reverses_id IS NULL AND back.id IS NULL
   AND act.voided_on IS NULL AND route.voided_on IS NULL AND told.voided_on IS NULL
