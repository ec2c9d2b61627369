-- Acts of urgent help that stand. What the warehouse gave to a family of which
-- there was no case yet is urgent help as well.
-- reads: intake_aiditem
SELECT act.urgent_id AS subject, act.given_on AS "on", act.program_id, act.department_id, act.case_id, act.family_id,
       'yes' AS state, 1::numeric AS amount, ARRAY[item.kind]::text[] AS dims
  FROM acts act
  JOIN intake_aiditem item ON item.aid_id = act.urgent_id
 UNION ALL
SELECT -act.goods_id, act.given_on, act.program_id, act.department_id, act.case_id, act.family_id, 'yes', 1::numeric,
       ARRAY[act.kind]::text[]
  FROM acts act
 WHERE act.goods_id IS NOT NULL AND act.before_case
