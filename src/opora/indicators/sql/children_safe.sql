-- Children of closed cases: at home, and no critical item at the exit. At home without an assessment at the exit, it
-- is not known whether in safety; away from home it is no, whatever the form says.
-- reads: assessments_assessment, cases_case, evidence_casefact, evidence_childfact
SELECT child.person_id AS subject, child.closed_on AS "on", told.program_id, told.department_id,
       told.id AS case_id, told.family_id,
       CASE WHEN child.home IN ('', 'unknown') THEN 'unknown' WHEN child.home <> 'own_family' THEN 'no'
            WHEN form.critical IS NULL THEN 'unknown' WHEN form.critical > 0 THEN 'no' ELSE 'yes' END AS state,
       1::numeric AS amount, ARRAY[COALESCE(NULLIF(child.home, ''), 'unknown')]::text[] AS dims
  FROM evidence_childfact child
  JOIN evidence_casefact fact ON fact.case_id = child.case_id AND NOT fact.is_palliative
  JOIN cases_case told ON told.id = child.case_id
  LEFT JOIN assessments_assessment form ON form.id = fact.exit_id
 WHERE child.what = 'child' AND child.closed_on BETWEEN %(first)s AND %(last)s
