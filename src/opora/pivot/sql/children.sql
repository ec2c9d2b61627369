-- Children of cases, with their age in whole years on the day of the entry form and where they lived at the closing.
-- reads: assessments_assessment, cases_case, cases_casechild, evidence_casefact, evidence_childfact
SELECT kid.id AS record, kid.person_id, told.family_id, told.id AS case_id, NULL::bigint AS route_id,
       told.department_id, told.program_id, {on} AS "on", 'yes' AS state, NULL::numeric AS amount,
       (form.ages ->> kid.person_id::text)::numeric AS years, NULLIF(left_as.home, 'unknown') AS own_home
  FROM cases_case told
  JOIN cases_casechild kid ON kid.case_id = told.id
  LEFT JOIN evidence_casefact fact ON fact.case_id = told.id
  LEFT JOIN assessments_assessment form ON form.id = fact.entry_id
  LEFT JOIN evidence_childfact left_as ON left_as.case_id = told.id AND left_as.person_id = kid.person_id
 WHERE told.voided_on IS NULL AND {in_period}
