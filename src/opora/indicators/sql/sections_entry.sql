-- Closed cases with a pair of forms: sections that need a solution at entry.
SELECT fact.case_id AS subject, fact.closed_on AS "on", fact.program_id, fact.department_id, fact.case_id,
       fact.family_id,
       CASE WHEN fact.entry_sections IS NULL OR fact.exit_sections IS NULL THEN 'unknown' ELSE 'yes' END AS state,
       COALESCE(fact.entry_sections, 0)::numeric AS amount,
       ARRAY[]::text[] AS dims
  FROM closed fact
