-- Closed cases, without the social palliative ones, which are counted apart.
-- reads: cases_case, evidence_casefact
SELECT fact.case_id, fact.closed_on, fact.entry_id, fact.exit_id, fact.entry, fact.exit, fact.change, fact.solved,
       fact.entry_sections, fact.exit_sections, fact.children, fact.children_known, fact.children_kept,
       told.program_id, told.department_id, told.family_id, told.client_id
  FROM evidence_casefact fact
  JOIN cases_case told ON told.id = fact.case_id
 WHERE fact.closed_on BETWEEN %(first)s AND %(last)s AND NOT fact.is_palliative
