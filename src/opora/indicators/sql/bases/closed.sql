-- Closed cases, without the social palliative ones, which are counted apart. As of a day before a case was opened again
-- it stood closed, and tells what it told then; of one case never both.
-- reads: cases_case, evidence_casefact, evidence_formerfact
SELECT fact.case_id, fact.closed_on, fact.entry_id, fact.exit_id, fact.entry, fact.exit, fact.change, fact.solved,
       fact.entry_sections, fact.exit_sections, fact.children, fact.children_known, fact.children_kept,
       NULL::bigint AS former_id, told.program_id, told.department_id, told.family_id, told.client_id
  FROM evidence_casefact fact
  JOIN cases_case told ON told.id = fact.case_id
 WHERE fact.closed_on BETWEEN %(first)s AND %(last)s AND NOT fact.is_palliative
 UNION ALL
SELECT fact.case_id, fact.closed_on, fact.entry_id, fact.exit_id, fact.entry, fact.exit, fact.change, fact.solved,
       fact.entry_sections, fact.exit_sections, fact.children, fact.children_known, fact.children_kept,
       fact.closing_id, told.program_id, told.department_id, told.family_id, told.client_id
  FROM evidence_formerfact fact
  JOIN cases_case told ON told.id = fact.case_id
 WHERE fact.opened_again_on > %(as_of)s AND fact.closed_on BETWEEN %(first)s AND %(last)s AND NOT fact.is_palliative
