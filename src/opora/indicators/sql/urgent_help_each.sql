-- Acts of urgent help that stand, a line for each kind of thing on them. What the warehouse gave to a family of which
-- there was no case yet is urgent help as well.
-- reads: goods_good, goods_issueline, intake_aiditem
SELECT act.urgent_id AS subject, act.given_on AS "on", act.program_id, act.department_id, act.case_id, act.family_id,
       'yes' AS state, 1::numeric AS amount, ARRAY[item.kind]::text[] AS dims
  FROM acts act
  JOIN intake_aiditem item ON item.aid_id = act.urgent_id
 UNION ALL
SELECT -act.goods_id, act.given_on, act.program_id, act.department_id, act.case_id, act.family_id, 'yes', 1::numeric,
       ARRAY[COALESCE(good.category, act.kind)]::text[]
  FROM acts act
  LEFT JOIN goods_issueline line ON line.issue_id = act.goods_id
  LEFT JOIN goods_good good ON good.id = line.good_id
 WHERE act.goods_id IS NOT NULL AND act.before_case
