-- How a case ended and how the family fares later: goals beyond what was promised, the crisis over, a family that copes.
-- reads: cases_closing, cases_followup, cases_followupcontact, plans_plan
SELECT 'goals_reached' AS concept, cases.case_id, NULL::bigint AS person_id, closing."on",
       CASE WHEN 100 * closing.goals_achieved > plan.threshold * closing.goals_total THEN 'yes' ELSE 'no' END AS state,
       'cases.closing:' || closing.id AS source, TRUE AS is_sure
  FROM cases
  JOIN cases_closing closing ON closing.case_id = cases.case_id AND closing.reopened_on IS NULL
  JOIN plans_plan plan ON plan.route_id = cases.route_id
 WHERE closing.goals_total > 0
UNION ALL
SELECT 'stabilized', cases.case_id, NULL, closing."on", 'yes', 'cases.closing:' || closing.id, FALSE
  FROM cases
  JOIN cases_closing closing ON closing.case_id = cases.case_id AND closing.reopened_on IS NULL
 WHERE closing.reason = 'goals_achieved'
UNION ALL
SELECT told.concept, cases.case_id, NULL, contact."on",
       CASE contact.family_state WHEN 'copes' THEN 'yes' WHEN 'in_crisis' THEN 'no' END,
       'cases.followup:' || look.id, FALSE
  FROM cases
  JOIN cases_followup look ON look.case_id = cases.case_id AND look.cancelled_at IS NULL
  JOIN cases_followupcontact contact ON contact.follow_up_id = look.id AND contact.family_state <> ''
 CROSS JOIN (VALUES ('stabilized'), ('initiative_kept')) AS told(concept)
