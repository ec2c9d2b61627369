-- Closed cases: fewer weak sides at exit than at entry, and by how many. Without a pair of forms nothing is known.
-- reads: cases_case, evidence_casefact
SELECT fact.case_id AS record, NULL::bigint AS person_id, told.family_id, told.id AS case_id, NULL::bigint AS route_id,
       told.department_id, told.program_id, fact.closed_on AS "on",
       CASE WHEN fact.change IS NULL THEN 'unknown' WHEN fact.change >= 1 THEN 'yes' ELSE 'no' END AS state,
       fact.change::numeric AS amount
  FROM evidence_casefact fact
  JOIN cases_case told ON told.id = fact.case_id
 WHERE fact.closed_on BETWEEN %(first)s AND %(last)s AND NOT fact.is_palliative
