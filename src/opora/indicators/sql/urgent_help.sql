-- Acts of urgent help that stand, a line for each kind of thing on them. What the warehouse gave to a family of which
-- there was no case yet is urgent help as well.
-- reads: cases_case, goods_good, goods_issue, goods_issueline, intake_aiditem, intake_urgentaid, process_route
SELECT act.id AS subject, act.given_on AS "on",
       COALESCE(told.program_id, route.program_id) AS program_id,
       COALESCE(told.department_id, route.department_id) AS department_id, told.id AS case_id,
       COALESCE(told.family_id, route.family_id) AS family_id,
       'yes' AS state, 1::numeric AS amount, ARRAY[item.kind]::text[] AS dims
  FROM intake_urgentaid act
  JOIN intake_aiditem item ON item.aid_id = act.id
  LEFT JOIN process_route route ON route.id = act.route_id
  LEFT JOIN cases_case told ON told.id = COALESCE(act.case_id, route.case_id)
 WHERE act.given_on BETWEEN %(first)s AND %(last)s AND act.reverses_id IS NULL
   AND act.voided_on IS NULL AND route.voided_on IS NULL AND told.voided_on IS NULL
   AND act.id NOT IN (SELECT reverses_id FROM intake_urgentaid WHERE reverses_id IS NOT NULL)
 UNION ALL
SELECT -act.id, act.given_on, COALESCE(told.program_id, route.program_id),
       COALESCE(told.department_id, route.department_id), told.id, COALESCE(told.family_id, route.family_id),
       'yes', 1::numeric, ARRAY[COALESCE(good.category, act.kind)]::text[]
  FROM goods_issue act
  JOIN process_route route ON route.id = act.route_id AND route.voided_on IS NULL
  LEFT JOIN cases_case told ON told.id = route.case_id
  LEFT JOIN goods_issueline line ON line.issue_id = act.id
  LEFT JOIN goods_good good ON good.id = line.good_id
 WHERE act.given_on BETWEEN %(first)s AND %(last)s AND act.reverses_id IS NULL AND act.voided_on IS NULL
   AND told.voided_on IS NULL AND (told.opened_on IS NULL OR told.opened_on > act.given_on)
   AND act.id NOT IN (SELECT reverses_id FROM goods_issue WHERE reverses_id IS NOT NULL)
