-- Closed cases of the period for rows in bands: how many weak sides at entry, whether they became fewer.
-- reads: cases_case, cases_casechild, evidence_casefact
SELECT told.id, told.family_id, told.program_id, told.department_id,
       COALESCE(ARRAY_AGG(child.person_id) FILTER (WHERE child.person_id IS NOT NULL), '{}'),
       fact.closed_on, fact.entry, fact.change
  FROM evidence_casefact fact JOIN cases_case told ON told.id = fact.case_id
  LEFT JOIN cases_casechild child ON child.case_id = told.id
 WHERE told.voided_on IS NULL AND fact.closed_on BETWEEN %(first)s AND %(last)s AND NOT fact.is_palliative
   AND (%(program)s::bigint IS NULL OR told.program_id = %(program)s)
 GROUP BY told.id, fact.case_id
