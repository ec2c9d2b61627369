-- Families that had no home and got one for a while. A home we learn of at the start is no move.
-- reads: cases_case, circumstances_lifechange, process_route
WITH homes AS (
    SELECT COALESCE(told.family_id, route.family_id) AS family_id, change."on", change.value,
           COALESCE(told.program_id, route.program_id) AS program_id,
           COALESCE(told.department_id, route.department_id) AS department_id, told.id AS case_id,
           LAG(change.value) OVER (
               PARTITION BY COALESCE(told.family_id, route.family_id) ORDER BY change."on", change.id
           ) AS before
      FROM circumstances_lifechange change
      LEFT JOIN process_route route ON route.id = change.route_id
      LEFT JOIN cases_case told ON told.id = COALESCE(change.case_id, route.case_id)
     WHERE change.kind = 'housing' AND change."on" <= %(last)s
       AND change.voided_on IS NULL AND route.voided_on IS NULL AND told.voided_on IS NULL
       AND COALESCE(told.family_id, route.family_id) IS NOT NULL
)
SELECT family_id AS subject, "on", program_id, department_id, case_id, family_id, 'yes' AS state, 1::numeric AS amount,
       ARRAY[value]::text[] AS dims
  FROM homes
 WHERE "on" BETWEEN %(first)s AND %(last)s
   AND before = 'none' AND value IN ('crisis_center', 'with_relatives', 'rented')
