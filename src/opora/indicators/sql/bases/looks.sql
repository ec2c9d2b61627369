-- Children of closed cases with what was told of them at the look back, by the day it was due; as of a day before a case
-- was opened again, after the closing that stood then. Who was no child any more by then counts nowhere.
-- reads: cases_case, evidence_casefact, evidence_childfact, evidence_formerchild, evidence_formerfact
-- marks: evidence_childfact, evidence_formerchild, evidence_formerfact, evidence_looks
SELECT child.case_id, child.person_id, fact.follow_up_due_on AS due_on, child.later_on, child.later_home,
       told.program_id, told.department_id, told.family_id
  FROM evidence_childfact child
  JOIN evidence_casefact fact ON fact.case_id = child.case_id AND NOT fact.is_palliative
  JOIN cases_case told ON told.id = child.case_id
 WHERE child.what = 'child' AND (child.later_on IS NULL OR child.later_home <> '')
   AND fact.follow_up_due_on BETWEEN %(first)s AND %(last)s
 UNION ALL
SELECT child.case_id, child.person_id, fact.follow_up_due_on, child.later_on, child.later_home,
       told.program_id, told.department_id, told.family_id
  FROM evidence_formerfact fact
  JOIN evidence_formerchild child ON child.closing_id = fact.closing_id
  JOIN cases_case told ON told.id = child.case_id
 WHERE fact.opened_again_on > %(as_of)s AND NOT fact.is_palliative
   AND child.what = 'child' AND (child.later_on IS NULL OR child.later_home <> '')
   AND fact.follow_up_due_on BETWEEN %(first)s AND %(last)s
