-- Acts of urgent help that stand, a line for each kind of thing on them.
-- reads: cases_case, intake_aiditem, intake_urgentaid, process_route
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
