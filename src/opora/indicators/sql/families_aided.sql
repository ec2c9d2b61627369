-- Families with an act of material help that stands, of the warehouse or urgent. Of help to a family that nobody has
-- named yet it is not known whom it reached: the path stands for it.
-- reads: cases_case, goods_issue, intake_urgentaid, process_route
WITH acts AS (
    SELECT route_id, case_id, given_on, kind FROM goods_issue act
     WHERE reverses_id IS NULL AND voided_on IS NULL AND given_on BETWEEN %(first)s AND %(last)s
       AND act.id NOT IN (SELECT reverses_id FROM goods_issue WHERE reverses_id IS NOT NULL)
    UNION ALL
    SELECT route_id, case_id, given_on, 'urgent' FROM intake_urgentaid act
     WHERE reverses_id IS NULL AND voided_on IS NULL AND given_on BETWEEN %(first)s AND %(last)s
       AND act.id NOT IN (SELECT reverses_id FROM intake_urgentaid WHERE reverses_id IS NOT NULL)
)
SELECT COALESCE(told.family_id, route.family_id, -route.id) AS subject, act.given_on AS "on",
       COALESCE(told.program_id, route.program_id) AS program_id,
       COALESCE(told.department_id, route.department_id) AS department_id, told.id AS case_id,
       COALESCE(told.family_id, route.family_id) AS family_id,
       CASE WHEN COALESCE(told.family_id, route.family_id) IS NULL THEN 'unknown' ELSE 'yes' END AS state,
       1::numeric AS amount, ARRAY[act.kind]::text[] AS dims
  FROM acts act
  LEFT JOIN process_route route ON route.id = act.route_id
  LEFT JOIN cases_case told ON told.id = COALESCE(act.case_id, route.case_id)
 WHERE route.voided_on IS NULL AND told.voided_on IS NULL
