-- Families at the look back, by the day it was due: whether they cope, and every child of whom it was told lives with
-- its own family. A family that could not be found is not known of.
-- reads: cases_followupcontact, evidence_casefact, evidence_formerfact
-- marks: cases_followupcontact, evidence_formerfact, evidence_looks
SELECT visit.family_id AS subject, visit.due_on AS "on", visit.program_id, visit.department_id, visit.case_id,
       visit.family_id,
       CASE WHEN seen.family_state IN ('needs_support', 'in_crisis')
                 OR (seen.family_state IS NOT NULL
                     AND COALESCE(former.children_kept_later < former.children_known_later,
                                  fact.children_kept_later < fact.children_known_later)) THEN 'no'
            WHEN seen.family_state = 'copes'
                 AND COALESCE(former.children_known_later, fact.children_known_later) > 0 THEN 'yes'
            ELSE 'unknown' END AS state, 1::numeric AS amount, ARRAY[COALESCE(seen.family_state, 'unknown')]::text[] AS dims
  FROM visits visit
  JOIN evidence_casefact fact ON fact.case_id = visit.case_id AND NOT fact.is_palliative
  LEFT JOIN evidence_formerfact former ON former.closing_id = visit.former_id
  LEFT JOIN LATERAL (
    SELECT contact.family_state FROM cases_followupcontact contact
     WHERE contact.follow_up_id = visit.id AND contact.result = 'reached' AND contact."on" <= %(as_of)s
     ORDER BY contact."on" DESC, contact.id DESC LIMIT 1
  ) seen ON TRUE
