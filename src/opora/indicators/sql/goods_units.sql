-- Units handed out by acts that stand, of the warehouse and of urgent help, by category. Pieces, kilograms and litres
-- are units alike; money and certificates are none.
-- reads: goods_good, goods_issueline, intake_aiditem
SELECT line.id AS subject, act.given_on AS "on", act.program_id, act.department_id, act.case_id, act.family_id,
       'yes' AS state, line.quantity AS amount, ARRAY[good.category, act.place_id::text]::text[] AS dims
  FROM acts act
  JOIN goods_issueline line ON line.issue_id = act.goods_id
  LEFT JOIN goods_good good ON good.id = line.good_id
 UNION ALL
SELECT -item.id, act.given_on, act.program_id, act.department_id, act.case_id, act.family_id, 'yes', item.quantity,
       ARRAY[CASE WHEN item.kind IN ('diapers', 'formula') THEN 'baby' ELSE item.kind END, NULL]::text[]
  FROM acts act
  JOIN intake_aiditem item ON item.aid_id = act.urgent_id AND item.kind NOT IN ('money', 'certificate')
