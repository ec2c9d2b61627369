-- Acts of material help that stand, of the warehouse and urgent; rubles where money or a certificate was given.
-- reads: cases_case, goods_issue, goods_moneyhelp, intake_urgentaid, process_route
SELECT act.record, NULL::bigint AS person_id, COALESCE(told.family_id, route.family_id) AS family_id, told.id AS case_id,
       act.route_id, COALESCE(told.department_id, route.department_id) AS department_id,
       COALESCE(told.program_id, route.program_id) AS program_id, act.given_on AS "on", 'yes' AS state,
       act.rubles AS amount, act.kind AS own_kind
  FROM (
    SELECT given.id * 2 AS record, given.route_id, given.case_id, given.given_on, given.kind, money.amount AS rubles
      FROM goods_issue given LEFT JOIN goods_moneyhelp money ON money.issue_id = given.id
     WHERE given.reverses_id IS NULL AND given.voided_on IS NULL AND given.given_on BETWEEN %(first)s AND %(last)s
       AND NOT EXISTS (SELECT 1 FROM goods_issue back WHERE back.reverses_id = given.id)
     UNION ALL
    SELECT given.id * 2 + 1, given.route_id, given.case_id, given.given_on, 'urgent', NULL
      FROM intake_urgentaid given
     WHERE given.reverses_id IS NULL AND given.voided_on IS NULL AND given.given_on BETWEEN %(first)s AND %(last)s
       AND NOT EXISTS (SELECT 1 FROM intake_urgentaid back WHERE back.reverses_id = given.id)
  ) act
  LEFT JOIN process_route route ON route.id = act.route_id
  LEFT JOIN cases_case told ON told.id = COALESCE(act.case_id, route.case_id)
 WHERE route.voided_on IS NULL AND told.voided_on IS NULL
