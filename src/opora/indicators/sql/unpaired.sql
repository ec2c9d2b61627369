-- Closed cases without a pair of forms, by which of them is missing.
-- reads: cases_case, evidence_casefact
SELECT fact.case_id AS subject, fact.closed_on AS "on", told.program_id, told.department_id, told.id AS case_id,
       told.family_id,
       CASE WHEN fact.change IS NULL THEN 'yes' ELSE 'no' END AS state,
       1::numeric AS amount,
       ARRAY[CASE WHEN fact.change IS NOT NULL THEN 'none' WHEN fact.entry IS NULL AND fact.exit IS NULL THEN 'both'
             WHEN fact.entry IS NULL THEN 'entry' WHEN fact.exit IS NULL THEN 'exit' ELSE 'other' END]::text[] AS dims
  FROM evidence_casefact fact
  JOIN cases_case told ON told.id = fact.case_id
 WHERE fact.closed_on BETWEEN %(first)s AND %(last)s AND NOT fact.is_palliative
