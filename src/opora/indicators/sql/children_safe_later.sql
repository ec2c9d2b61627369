-- Children at the look back: at home, and said to be safe. Worries are no safety. Who was no child any more by then
-- counts nowhere.
-- reads: cases_case, cases_followup, cases_followupchild, cases_followupcontact, evidence_casefact
-- reads: evidence_childfact
-- marks: cases_followup, cases_followupchild, cases_followupcontact, evidence_childfact, evidence_looks
SELECT child.person_id AS subject, fact.follow_up_due_on AS "on", told.program_id, told.department_id,
       told.id AS case_id, told.family_id,
       CASE WHEN child.later_on IS NULL OR child.later_on > %(as_of)s OR child.later_home IN ('', 'unknown')
            THEN 'unknown' WHEN child.later_home <> 'own_family' THEN 'no'
            WHEN seen.safety = 'safe' THEN 'yes' WHEN seen.safety IN ('concern', 'danger') THEN 'no' ELSE 'unknown' END
         AS state, 1::numeric AS amount, ARRAY[COALESCE(seen.safety, 'unknown')]::text[] AS dims
  FROM evidence_childfact child
  JOIN evidence_casefact fact ON fact.case_id = child.case_id AND NOT fact.is_palliative
  JOIN cases_case told ON told.id = child.case_id
  LEFT JOIN LATERAL (
    SELECT one.safety
      FROM cases_followup visit
      JOIN cases_followupcontact contact ON contact.follow_up_id = visit.id AND contact."on" = child.later_on
      JOIN cases_followupchild one ON one.contact_id = contact.id AND one.person_id = child.person_id
     WHERE visit.case_id = child.case_id AND visit.cancelled_at IS NULL
     ORDER BY contact.id DESC LIMIT 1
  ) seen ON TRUE
 WHERE child.what = 'child' AND (child.later_on IS NULL OR child.later_home <> '')
   AND fact.follow_up_due_on BETWEEN %(first)s AND %(last)s
