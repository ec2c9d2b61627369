-- Items of the entry forms of closed cases, by case: weak or not; an item not rated is unknown.
SELECT items.case_id AS subject, items.closed_on AS "on", items.program_id, items.department_id, items.case_id,
       items.family_id, part.state, part.amount::numeric AS amount, ARRAY[]::text[] AS dims
  FROM items
 CROSS JOIN LATERAL (
    VALUES ('yes', items.entry_weak), ('no', items.entry_rated - items.entry_weak),
           ('unknown', items.entry_items - items.entry_rated)
 ) AS part(state, amount)
 WHERE part.amount > 0
