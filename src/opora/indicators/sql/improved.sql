-- Closed cases: fewer weak sides at exit than at entry. Without a pair of forms nothing is known.
-- reads: cases_case, evidence_casefact
SELECT fact.case_id AS subject, fact.closed_on AS "on", told.program_id, told.department_id, told.id AS case_id,
       told.family_id,
       CASE WHEN fact.change IS NULL THEN 'unknown' WHEN fact.change >= 1 THEN 'yes' ELSE 'no' END AS state,
       1::numeric AS amount,
       ARRAY[]::text[] AS dims
  FROM evidence_casefact fact
  JOIN cases_case told ON told.id = fact.case_id
 WHERE fact.closed_on BETWEEN %(first)s AND %(last)s AND NOT fact.is_palliative
