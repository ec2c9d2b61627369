-- Closed cases without a pair of forms, by which of them is missing.
SELECT fact.case_id AS subject, fact.closed_on AS "on", fact.program_id, fact.department_id, fact.case_id,
       fact.family_id,
       CASE WHEN fact.change IS NULL THEN 'yes' ELSE 'no' END AS state,
       1::numeric AS amount,
       ARRAY[CASE WHEN fact.change IS NOT NULL THEN 'none' WHEN fact.entry IS NULL AND fact.exit IS NULL THEN 'both'
             WHEN fact.entry IS NULL THEN 'entry' WHEN fact.exit IS NULL THEN 'exit' ELSE 'other' END]::text[] AS dims
  FROM closed fact
