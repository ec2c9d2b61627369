-- Goals that were worked on in the period: set by its end and not decided before it. Those cancelled by agreement
-- count nowhere. A plan that was never agreed is none yet.
-- reads: cases_case, plans_goal, plans_plan, process_route
SELECT asked.bucket, goal.id AS subject, least(COALESCE(goal.decided_on, asked.last), asked.last) AS "on",
       COALESCE(told.program_id, route.program_id) AS program_id,
       COALESCE(told.department_id, route.department_id) AS department_id, told.id AS case_id,
       COALESCE(told.family_id, route.family_id) AS family_id,
       CASE WHEN goal.state = 'achieved' AND goal.decided_on <= asked.last THEN 'yes' ELSE 'no' END AS state,
       1::numeric AS amount, ARRAY[plan.track, goal.section::text]::text[] AS dims
  FROM plans_goal goal
  JOIN asked ON goal.set_on <= asked.last AND (goal.decided_on IS NULL OR goal.decided_on >= asked.first)
  JOIN plans_plan plan ON plan.id = goal.plan_id
  JOIN process_route route ON route.id = plan.route_id AND route.voided_on IS NULL
  LEFT JOIN cases_case told ON told.id = route.case_id
 WHERE plan.agreed_on <= asked.last AND goal.state <> 'cancelled' AND told.voided_on IS NULL
