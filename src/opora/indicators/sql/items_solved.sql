-- Items weak at entry, in closed cases with both forms, by case: no more weak at exit.
SELECT items.case_id AS subject, items.closed_on AS "on", items.program_id, items.department_id, items.case_id,
       items.family_id, part.state, part.amount::numeric AS amount, ARRAY[]::text[] AS dims
  FROM items
 CROSS JOIN LATERAL (
    VALUES ('yes', items.solved), ('no', items.asked - items.solved),
           ('unknown', items.entry_weak - items.asked)
 ) AS part(state, amount)
 WHERE part.amount > 0 AND items.has_pair
