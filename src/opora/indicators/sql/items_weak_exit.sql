-- Items of the exit forms of closed cases, by case: weak or not; an item not rated is unknown.
SELECT items.case_id AS subject, items.closed_on AS "on", items.program_id, items.department_id, items.case_id,
       items.family_id, part.state, part.amount::numeric AS amount, ARRAY[]::text[] AS dims
  FROM items
 CROSS JOIN LATERAL (
    VALUES ('yes', items.exit_weak), ('no', items.exit_rated - items.exit_weak),
           ('unknown', items.exit_items - items.exit_rated)
 ) AS part(state, amount)
 WHERE part.amount > 0
