-- Children of closed cases at the look back, by the day it was due: whether the child lived with its own family then.
-- Of whom nothing was told by the day one looks from, nothing is known; who was no child any more by then counts nowhere.
-- reads: cases_case, evidence_casefact, evidence_childfact
-- marks: evidence_childfact, evidence_looks
SELECT child.person_id AS subject, fact.follow_up_due_on AS "on", told.program_id, told.department_id,
       told.id AS case_id, told.family_id,
       CASE WHEN child.later_on IS NULL OR child.later_on > %(as_of)s OR child.later_home IN ('', 'unknown')
            THEN 'unknown' WHEN child.later_home = 'own_family' THEN 'yes' ELSE 'no' END AS state, 1::numeric AS amount,
       ARRAY[CASE WHEN child.later_on <= %(as_of)s THEN COALESCE(NULLIF(child.later_home, ''), 'unknown')
             ELSE 'unknown' END]::text[] AS dims
  FROM evidence_childfact child
  JOIN evidence_casefact fact ON fact.case_id = child.case_id AND NOT fact.is_palliative
  JOIN cases_case told ON told.id = child.case_id
 WHERE child.what = 'child' AND (child.later_on IS NULL OR child.later_home <> '')
   AND fact.follow_up_due_on BETWEEN %(first)s AND %(last)s
