-- What plans aim at: goals that lead to an outcome by its code, or that were taken from a weak item by which it is seen.
-- Those cancelled by agreement are no aim any more.
-- reads: plans_goal, plans_plan
SELECT aim.concept, cases.case_id, MIN(goal.set_on) AS since,
       CASE WHEN bool_and(goal.state <> 'active') THEN MAX(goal.decided_on) END AS until,
       'plans.goal:' || MIN(goal.id) AS since_by
  FROM cases
  JOIN plans_plan plan ON plan.route_id = cases.route_id
  JOIN plans_goal goal ON goal.plan_id = plan.id AND goal.state <> 'cancelled'
  JOIN aims aim ON (goal.outcome <> '' AND aim.outcome = goal.outcome)
                OR (goal.outcome = '' AND goal.item <> '' AND goal.item = ANY(aim.items))
 GROUP BY aim.concept, cases.case_id
