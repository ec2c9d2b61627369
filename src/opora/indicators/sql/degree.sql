-- Closed cases: by how many weak sides fewer at exit than at entry.
SELECT fact.case_id AS subject, fact.closed_on AS "on", fact.program_id, fact.department_id, fact.case_id,
       fact.family_id,
       CASE WHEN fact.change IS NULL THEN 'unknown' ELSE 'yes' END AS state,
       COALESCE(fact.change, 0)::numeric AS amount,
       ARRAY[CASE WHEN fact.change < 0 THEN 'worse' WHEN fact.change = 0 THEN 'same' WHEN fact.change <= 5 THEN 'to_5'
             WHEN fact.change <= 10 THEN 'to_10' WHEN fact.change > 10 THEN 'more' ELSE 'unknown' END]::text[] AS dims
  FROM closed fact
