-- Children of closed cases, as they were on the day of closing: whether the child lived with its own family.
-- reads: cases_case, evidence_casefact, evidence_childfact
SELECT child.person_id AS subject, child.closed_on AS "on", told.program_id, told.department_id,
       told.id AS case_id, told.family_id,
       CASE WHEN child.home IN ('', 'unknown') THEN 'unknown' WHEN child.home = 'own_family' THEN 'yes' ELSE 'no' END
         AS state, 1::numeric AS amount, ARRAY[COALESCE(NULLIF(child.home, ''), 'unknown')]::text[] AS dims
  FROM evidence_childfact child
  JOIN evidence_casefact fact ON fact.case_id = child.case_id AND NOT fact.is_palliative
  JOIN cases_case told ON told.id = child.case_id
 WHERE child.what = 'child' AND child.closed_on BETWEEN %(first)s AND %(last)s
