-- Children at the look back: at home, and said to be safe. Worries are no safety.
-- reads: cases_followup, cases_followupchild, cases_followupcontact
SELECT looked.person_id AS subject, looked.due_on AS "on", looked.program_id, looked.department_id, looked.case_id,
       looked.family_id,
       CASE WHEN looked.later_on IS NULL OR looked.later_on > %(as_of)s OR looked.later_home IN ('', 'unknown')
            THEN 'unknown' WHEN looked.later_home <> 'own_family' THEN 'no'
            WHEN seen.safety = 'safe' THEN 'yes' WHEN seen.safety IN ('concern', 'danger') THEN 'no' ELSE 'unknown' END
         AS state, 1::numeric AS amount, ARRAY[COALESCE(seen.safety, 'unknown')]::text[] AS dims
  FROM looks looked
  LEFT JOIN LATERAL (
    SELECT one.safety
      FROM cases_followup visit
      JOIN cases_followupcontact contact ON contact.follow_up_id = visit.id AND contact."on" = looked.later_on
      JOIN cases_followupchild one ON one.contact_id = contact.id AND one.person_id = looked.person_id
     WHERE visit.case_id = looked.case_id AND visit.cancelled_at IS NULL
     ORDER BY contact.id DESC LIMIT 1
  ) seen ON TRUE
