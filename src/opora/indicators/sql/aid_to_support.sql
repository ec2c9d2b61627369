-- Families that were given aid in the period while they had no contract: who signed one after it, up to the day one
-- looks from. Each act that found the family without one tells the same of it, in each program that gave.
-- reads: cases_case, process_paper, process_route
WITH aided AS (
    SELECT family_id, given_on, program_id, department_id, case_id FROM acts WHERE family_id IS NOT NULL
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
