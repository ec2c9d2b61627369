-- Cases that stood open on a day of the period, with their children.
-- reads: cases_case, cases_casechild
SELECT told.id, told.family_id, told.program_id, told.department_id,
       COALESCE(ARRAY_AGG(child.person_id) FILTER (WHERE child.person_id IS NOT NULL), '{}')
  FROM cases_case told LEFT JOIN cases_casechild child ON child.case_id = told.id
 WHERE told.voided_on IS NULL AND told.opened_on <= %(last)s AND COALESCE(told.closed_on, 'infinity') >= %(first)s
   AND (%(program)s::bigint IS NULL OR told.program_id = %(program)s)
 GROUP BY told.id
