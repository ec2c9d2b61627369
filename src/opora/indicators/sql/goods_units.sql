-- Units handed out by acts that stand, of the warehouse and of urgent help, by category. Pieces, kilograms and litres
-- are units alike; money and certificates are none.
-- reads: cases_case, goods_good, goods_issue, goods_issueline, intake_aiditem, intake_urgentaid, process_route
SELECT line.id AS subject, act.given_on AS "on",
       COALESCE(told.program_id, route.program_id) AS program_id,
       COALESCE(told.department_id, route.department_id) AS department_id, told.id AS case_id,
       COALESCE(told.family_id, route.family_id) AS family_id,
       'yes' AS state, line.quantity AS amount, ARRAY[good.category, act.place_id::text]::text[] AS dims
  FROM goods_issue act
  JOIN goods_issueline line ON line.issue_id = act.id
  JOIN goods_good good ON good.id = line.good_id
  LEFT JOIN process_route route ON route.id = act.route_id
  LEFT JOIN cases_case told ON told.id = COALESCE(act.case_id, route.case_id)
 WHERE act.given_on BETWEEN %(first)s AND %(last)s AND act.reverses_id IS NULL
   AND act.voided_on IS NULL AND route.voided_on IS NULL AND told.voided_on IS NULL
   AND act.id NOT IN (SELECT reverses_id FROM goods_issue WHERE reverses_id IS NOT NULL)
 UNION ALL
SELECT -item.id, act.given_on, COALESCE(told.program_id, route.program_id),
       COALESCE(told.department_id, route.department_id), told.id, COALESCE(told.family_id, route.family_id),
       'yes', item.quantity,
       ARRAY[CASE WHEN item.kind IN ('diapers', 'formula') THEN 'baby' ELSE item.kind END, NULL]::text[]
  FROM intake_urgentaid act
  JOIN intake_aiditem item ON item.aid_id = act.id AND item.kind NOT IN ('money', 'certificate')
  LEFT JOIN process_route route ON route.id = act.route_id
  LEFT JOIN cases_case told ON told.id = COALESCE(act.case_id, route.case_id)
 WHERE act.given_on BETWEEN %(first)s AND %(last)s AND act.reverses_id IS NULL
   AND act.voided_on IS NULL AND route.voided_on IS NULL AND told.voided_on IS NULL
   AND act.id NOT IN (SELECT reverses_id FROM intake_urgentaid WHERE reverses_id IS NOT NULL)
