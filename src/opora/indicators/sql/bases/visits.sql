-- Looks back six months after a closing, by the day they were due, as they stood on the day one looks from: opening a
-- case again calls the one off that was due, until that day it stood.
-- reads: cases_case, cases_followup, evidence_formerfact
SELECT visit.id, visit.due_on, visit.done_on, told.id AS case_id, told.program_id, told.department_id, told.family_id,
       former.closing_id AS former_id
  FROM cases_followup visit
  JOIN cases_case told ON told.id = visit.case_id AND told.voided_on IS NULL
  LEFT JOIN evidence_formerfact former ON former.opened_again_on > %(as_of)s AND former.follow_up_id = visit.id
 WHERE (visit.cancelled_at IS NULL OR former.closing_id IS NOT NULL) AND visit.months = 6
   AND visit.due_on BETWEEN %(first)s AND %(last)s
