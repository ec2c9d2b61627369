-- Acts of material help that stand, of the warehouse or of urgent help, each with whose it is, and whether it was given on
-- a path before there was a case.
-- reads: cases_case, goods_issue, intake_urgentaid
SELECT act.goods_id, act.urgent_id, act.kind, act.place_id, act.given_on, act.route_id,
       COALESCE(told.program_id, path.program_id) AS program_id,
       COALESCE(told.department_id, path.department_id) AS department_id,
       COALESCE(told.id, path.case_id) AS case_id, COALESCE(told.family_id, path.family_id) AS family_id,
       path.id IS NOT NULL AND (path.opened_on IS NULL OR path.opened_on > act.given_on) AS before_case
  FROM (
    SELECT id AS goods_id, NULL::bigint AS urgent_id, kind, place_id, given_on, route_id, case_id FROM goods_issue
     WHERE reverses_id IS NULL AND voided_on IS NULL AND given_on BETWEEN %(first)s AND %(last)s
       AND id NOT IN (SELECT reverses_id FROM goods_issue WHERE reverses_id IS NOT NULL)
     UNION ALL
    SELECT NULL, id, 'urgent', NULL, given_on, route_id, case_id FROM intake_urgentaid
     WHERE reverses_id IS NULL AND voided_on IS NULL AND given_on BETWEEN %(first)s AND %(last)s
       AND id NOT IN (SELECT reverses_id FROM intake_urgentaid WHERE reverses_id IS NOT NULL)
  ) act
  LEFT JOIN paths path ON path.id = act.route_id
  LEFT JOIN cases_case told ON told.id = act.case_id
 WHERE told.voided_on IS NULL AND (act.route_id IS NULL OR path.id IS NOT NULL)
