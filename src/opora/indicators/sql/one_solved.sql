-- Closed cases whose pair of forms has items: at least one item was weak at entry and no more at exit.
SELECT fact.case_id AS subject, fact.closed_on AS "on", fact.program_id, fact.department_id, fact.case_id,
       fact.family_id,
       CASE WHEN fact.solved IS NULL OR fact.change IS NULL THEN 'unknown' WHEN fact.solved >= 1 THEN 'yes' ELSE 'no' END AS state,
       1::numeric AS amount,
       ARRAY[]::text[] AS dims
  FROM closed fact
