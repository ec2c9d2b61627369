-- What help brought: an answer that grants, goods received, a place in the center and the way out of it.
-- reads: correspondence_officialletter, goods_issue, stays_admission, stays_departure, stays_lodger, stays_readiness
SELECT told.concept, cases.case_id, NULL::bigint AS person_id, letter.closed_on AS "on", 'yes' AS state,
       'correspondence.officialletter:' || letter.id AS source, TRUE AS is_sure
  FROM cases
  JOIN correspondence_officialletter letter
    ON (letter.case_id = cases.case_id OR letter.route_id = cases.route_id) AND letter.voided_on IS NULL
   AND letter.direction = 'out' AND letter.kind IN ('request', 'petition', 'voucher')
   AND letter.result IN ('granted', 'part') AND letter.closed_on IS NOT NULL
  JOIN (VALUES ('request_granted', ''), ('own_requests', 'parent')) AS told(concept, asked_by)
    ON told.asked_by IN ('', letter.asked_by)
UNION ALL
SELECT 'aid_received', cases.case_id, NULL, act.given_on, 'yes', 'goods.issue:' || act.id, TRUE
  FROM cases
  JOIN goods_issue act ON (act.case_id = cases.case_id OR act.route_id = cases.route_id)
   AND act.voided_on IS NULL AND act.reverses_id IS NULL
   AND NOT EXISTS (SELECT 1 FROM goods_issue back WHERE back.reverses_id = act.id)
UNION ALL
SELECT told.concept, cases.case_id, NULL, MIN(lodger.from_on), 'yes', 'stays.admission:' || admission.id, TRUE
  FROM cases
  JOIN stays_admission admission ON admission.case_id = cases.case_id AND admission.stay_id IS NOT NULL
  JOIN stays_lodger lodger ON lodger.admission_id = admission.id
 CROSS JOIN (VALUES ('moved_in'), ('safe_place')) AS told(concept)
 GROUP BY told.concept, cases.case_id, admission.id
UNION ALL
SELECT 'ready_to_leave', cases.case_id, NULL, MAX(ready."on"), 'yes', 'stays.admission:' || admission.id, TRUE
  FROM cases
  JOIN stays_admission admission ON admission.case_id = cases.case_id AND admission.stay_id IS NOT NULL
  JOIN stays_readiness ready ON ready.admission_id = admission.id AND ready.is_done
   AND ready.kind IN ('psychological', 'social')
 GROUP BY cases.case_id, admission.id
HAVING COUNT(DISTINCT ready.kind) = 2
UNION ALL
SELECT 'independent', cases.case_id, NULL, MAX(lodger.left_on), 'yes', 'stays.admission:' || admission.id, FALSE
  FROM cases
  JOIN stays_admission admission ON admission.case_id = cases.case_id AND admission.stay_id IS NOT NULL
  JOIN stays_departure way_out ON way_out.admission_id = admission.id AND way_out.voided_on IS NULL
   AND way_out.destination IN ('own_home', 'rented') AND way_out.children = 'all'
  JOIN stays_lodger lodger ON lodger.admission_id = admission.id
 GROUP BY cases.case_id, admission.id
HAVING MAX(lodger.left_on) IS NOT NULL
