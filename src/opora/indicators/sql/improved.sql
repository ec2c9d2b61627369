-- Closed cases: fewer weak sides at exit than at entry. Without a pair of forms nothing is known.
SELECT fact.case_id AS subject, fact.closed_on AS "on", fact.program_id, fact.department_id, fact.case_id,
       fact.family_id,
       CASE WHEN fact.change IS NULL THEN 'unknown' WHEN fact.change >= 1 THEN 'yes' ELSE 'no' END AS state,
       1::numeric AS amount,
       ARRAY[]::text[] AS dims
  FROM closed fact
