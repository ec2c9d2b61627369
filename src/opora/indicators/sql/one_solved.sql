-- Closed cases whose pair of forms has items: at least one item was weak at entry and no more at exit.
-- reads: cases_case, evidence_casefact
SELECT fact.case_id AS subject, fact.closed_on AS "on", told.program_id, told.department_id, told.id AS case_id,
       told.family_id,
       CASE WHEN fact.solved IS NULL OR fact.change IS NULL THEN 'unknown' WHEN fact.solved >= 1 THEN 'yes' ELSE 'no' END AS state,
       1::numeric AS amount,
       ARRAY[]::text[] AS dims
  FROM evidence_casefact fact
  JOIN cases_case told ON told.id = fact.case_id
 WHERE fact.closed_on BETWEEN %(first)s AND %(last)s AND NOT fact.is_palliative
