-- Families that were given aid in the period while they had no contract: who signed one after it, up to the day one
-- looks from. Each act that found the family without one tells the same of it, in each program that gave.
-- reads: cases_case, goods_issue, intake_urgentaid, process_paper, process_route
WITH acts AS (
    SELECT route_id, case_id, given_on, kind FROM goods_issue act
     WHERE reverses_id IS NULL AND voided_on IS NULL AND given_on BETWEEN %(first)s AND %(last)s
       AND act.id NOT IN (SELECT reverses_id FROM goods_issue WHERE reverses_id IS NOT NULL)
    UNION ALL
    SELECT route_id, case_id, given_on, 'urgent' FROM intake_urgentaid act
     WHERE reverses_id IS NULL AND voided_on IS NULL AND given_on BETWEEN %(first)s AND %(last)s
       AND act.id NOT IN (SELECT reverses_id FROM intake_urgentaid WHERE reverses_id IS NOT NULL)
),
aided AS (
    SELECT COALESCE(told.family_id, route.family_id) AS family_id, act.given_on,
           COALESCE(told.program_id, route.program_id) AS program_id,
           COALESCE(told.department_id, route.department_id) AS department_id, told.id AS case_id
      FROM acts act
      LEFT JOIN process_route route ON route.id = act.route_id
      LEFT JOIN cases_case told ON told.id = COALESCE(act.case_id, route.case_id)
     WHERE route.voided_on IS NULL AND told.voided_on IS NULL AND COALESCE(told.family_id, route.family_id) IS NOT NULL
),
papers AS (
    SELECT told.family_id, paper."on"
      FROM aided
      JOIN cases_case told ON told.family_id = aided.family_id
      JOIN process_route route ON route.case_id = told.id AND route.voided_on IS NULL
      JOIN process_paper paper ON paper.route_id = route.id AND paper.kind = 'contract' AND paper."on" <= %(as_of)s
     UNION ALL
    SELECT route.family_id, paper."on"
      FROM aided
      JOIN process_route route ON route.family_id = aided.family_id AND route.case_id IS NULL
       AND route.voided_on IS NULL
      JOIN process_paper paper ON paper.route_id = route.id AND paper.kind = 'contract' AND paper."on" <= %(as_of)s
),
signed AS (SELECT family_id, MIN("on") AS first_on FROM papers GROUP BY family_id)
SELECT aided.family_id AS subject, aided.given_on AS "on", aided.program_id, aided.department_id, aided.case_id,
       aided.family_id, CASE WHEN signed.first_on IS NULL THEN 'no' ELSE 'yes' END AS state, 1::numeric AS amount,
       ARRAY[]::text[] AS dims
  FROM aided
  LEFT JOIN signed ON signed.family_id = aided.family_id
 WHERE signed.first_on IS NULL OR signed.first_on > aided.given_on
