-- Where each child lived at the closing and at the look back, and whether it was safe there.
-- reads: assessments_assessment, cases_closing, cases_closingchild, cases_followup, cases_followupchild
-- reads: cases_followupcontact
WITH homes AS (
    SELECT cases.case_id, child.person_id, closing."on", child.placement,
           'cases.closing:' || closing.id AS source,
           CASE WHEN form.critical > 0 THEN 'no' WHEN form.critical = 0 THEN 'yes' END AS is_safe
      FROM cases
      JOIN cases_closing closing ON closing.case_id = cases.case_id AND closing.reopened_on IS NULL
      JOIN cases_closingchild child ON child.closing_id = closing.id AND child.not_asked = ''
      LEFT JOIN LATERAL (
        SELECT exit.critical FROM assessments_assessment exit
         WHERE exit.case_id = cases.case_id AND exit.point = 'exit' AND exit.status = 'approved'
         ORDER BY exit."on" DESC, exit.id DESC LIMIT 1
      ) form ON TRUE
    UNION ALL
    SELECT cases.case_id, child.person_id, contact."on", child.placement, 'cases.followup:' || look.id,
           CASE child.safety WHEN 'safe' THEN 'yes' WHEN 'danger' THEN 'no' END
      FROM cases
      JOIN cases_followup look ON look.case_id = cases.case_id AND look.cancelled_at IS NULL
      JOIN cases_followupcontact contact ON contact.follow_up_id = look.id
      JOIN cases_followupchild child ON child.contact_id = contact.id
)
SELECT 'child_kept' AS concept, case_id, person_id, "on",
       CASE WHEN placement IN ('', 'unknown') THEN NULL WHEN placement = 'own_family' THEN 'yes' ELSE 'no' END AS state,
       source, TRUE AS is_sure
  FROM homes
UNION ALL
SELECT 'child_safe_at_home', case_id, person_id, "on",
       CASE WHEN placement IN ('', 'unknown') THEN NULL WHEN placement <> 'own_family' THEN 'no' ELSE is_safe END,
       source, TRUE
  FROM homes
