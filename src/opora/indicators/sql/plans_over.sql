-- Plans of which more than the threshold of their track was reached by the last day, of all their goals but those
-- cancelled. Strictly more: half of the goals is not more than 50 percent.
-- reads: cases_case, plans_goal, plans_plan, process_route
-- marks: plans_ended, plans_goal, plans_plan
SELECT asked.bucket, plan.id AS subject, asked.last AS "on",
       COALESCE(told.program_id, route.program_id) AS program_id,
       COALESCE(told.department_id, route.department_id) AS department_id, told.id AS case_id,
       COALESCE(told.family_id, route.family_id) AS family_id,
       CASE WHEN 100 * COUNT(*) FILTER (WHERE goal.state = 'achieved' AND goal.decided_on <= asked.last)
                 > plan.threshold * COUNT(*) THEN 'yes' ELSE 'no' END AS state,
       1::numeric AS amount, ARRAY[plan.track]::text[] AS dims
  FROM plans_goal goal
  JOIN asked ON goal.set_on <= asked.last 
  JOIN plans_plan plan ON plan.id = goal.plan_id
  JOIN process_route route ON route.id = plan.route_id AND route.voided_on IS NULL
  LEFT JOIN cases_case told ON told.id = route.case_id
 WHERE plan.agreed_on <= asked.last AND goal.state <> 'cancelled' AND told.voided_on IS NULL
   AND (route.ended_on IS NULL OR route.ended_on >= asked.first)
 GROUP BY asked.bucket, asked.last, plan.id, route.id, told.id
