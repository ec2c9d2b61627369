-- Children of closed cases, as they were on the day of closing: whether the child lived with its own family.
-- reads: assessments_assessment, cases_case, evidence_casefact, evidence_childfact
SELECT child.id AS record, child.person_id, told.family_id, told.id AS case_id, NULL::bigint AS route_id,
       told.department_id, told.program_id, child.closed_on AS "on",
       CASE WHEN child.home IN ('', 'unknown') THEN 'unknown' WHEN child.home = 'own_family' THEN 'yes' ELSE 'no' END
         AS state, NULL::numeric AS amount,
       (form.ages ->> child.person_id::text)::numeric AS years, NULLIF(child.home, 'unknown') AS own_home
  FROM evidence_childfact child
  JOIN evidence_casefact fact ON fact.case_id = child.case_id AND NOT fact.is_palliative
  JOIN cases_case told ON told.id = child.case_id
  LEFT JOIN assessments_assessment form ON form.id = fact.entry_id
 WHERE child.what = 'child' AND child.closed_on BETWEEN %(first)s AND %(last)s
