-- Signals by the day they came. What was decided later than one looks from is not decided yet.
-- reads: cases_case, intake_referral, process_route
SELECT signal.id AS record, NULL::bigint AS person_id, COALESCE(told.family_id, route.family_id) AS family_id,
       told.id AS case_id, signal.route_id, COALESCE(told.department_id, route.department_id) AS department_id,
       COALESCE(told.program_id, route.program_id) AS program_id,
       (signal.received_at AT TIME ZONE %(zone)s)::date AS "on", 'yes' AS state, NULL::numeric AS amount,
       CASE WHEN signal.decided_on <= %(as_of)s THEN NULLIF(signal.outcome, '') END AS own_decision,
       signal.urgency AS own_urgency
  FROM intake_referral signal
  JOIN process_route route ON route.id = signal.route_id AND route.voided_on IS NULL
  LEFT JOIN cases_case told ON told.id = route.case_id
 WHERE signal.received_at >= %(first)s::timestamp AT TIME ZONE %(zone)s
   AND signal.received_at < (%(last)s::date + 1)::timestamp AT TIME ZONE %(zone)s
   AND told.voided_on IS NULL
