-- Closed cases with a pair of forms: by how many fewer sections need a solution at exit than at entry.
-- reads: cases_case, evidence_casefact
SELECT fact.case_id AS subject, fact.closed_on AS "on", told.program_id, told.department_id, told.id AS case_id,
       told.family_id,
       CASE WHEN fact.entry_sections IS NULL OR fact.exit_sections IS NULL THEN 'unknown' ELSE 'yes' END AS state,
       COALESCE(fact.entry_sections - fact.exit_sections, 0)::numeric AS amount,
       ARRAY[]::text[] AS dims
  FROM evidence_casefact fact
  JOIN cases_case told ON told.id = fact.case_id
 WHERE fact.closed_on BETWEEN %(first)s AND %(last)s AND NOT fact.is_palliative
