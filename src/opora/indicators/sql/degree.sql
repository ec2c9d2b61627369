-- Closed cases: by how many weak sides fewer at exit than at entry.
-- reads: cases_case, evidence_casefact
SELECT fact.case_id AS subject, fact.closed_on AS "on", told.program_id, told.department_id, told.id AS case_id,
       told.family_id,
       CASE WHEN fact.change IS NULL THEN 'unknown' ELSE 'yes' END AS state,
       COALESCE(fact.change, 0)::numeric AS amount,
       ARRAY[CASE WHEN fact.change < 0 THEN 'worse' WHEN fact.change = 0 THEN 'same' WHEN fact.change <= 5 THEN 'to_5'
             WHEN fact.change <= 10 THEN 'to_10' WHEN fact.change > 10 THEN 'more' ELSE 'unknown' END]::text[] AS dims
  FROM evidence_casefact fact
  JOIN cases_case told ON told.id = fact.case_id
 WHERE fact.closed_on BETWEEN %(first)s AND %(last)s AND NOT fact.is_palliative
