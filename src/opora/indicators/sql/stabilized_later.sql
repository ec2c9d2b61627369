-- Families at the look back, by the day it was due: whether they cope, and every child of whom it was told lives with
-- its own family. A family that could not be found is not known of.
-- reads: cases_case, cases_followup, cases_followupcontact, evidence_casefact
-- marks: cases_followup, cases_followupcontact, evidence_looks
SELECT told.family_id AS subject, visit.due_on AS "on", told.program_id, told.department_id, told.id AS case_id,
       told.family_id,
       CASE WHEN seen.family_state IN ('needs_support', 'in_crisis')
                 OR (seen.family_state IS NOT NULL AND fact.children_kept_later < fact.children_known_later) THEN 'no'
            WHEN seen.family_state = 'copes' AND fact.children_known_later > 0 THEN 'yes'
            ELSE 'unknown' END AS state, 1::numeric AS amount, ARRAY[COALESCE(seen.family_state, 'unknown')]::text[] AS dims
  FROM cases_followup visit
  JOIN cases_case told ON told.id = visit.case_id AND told.voided_on IS NULL
  JOIN evidence_casefact fact ON fact.case_id = told.id AND NOT fact.is_palliative
  LEFT JOIN LATERAL (
    SELECT contact.family_state FROM cases_followupcontact contact
     WHERE contact.follow_up_id = visit.id AND contact.result = 'reached' AND contact."on" <= %(as_of)s
     ORDER BY contact."on" DESC, contact.id DESC LIMIT 1
  ) seen ON TRUE
 WHERE visit.months = 6 AND visit.cancelled_at IS NULL AND visit.due_on BETWEEN %(first)s AND %(last)s
