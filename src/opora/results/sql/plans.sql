-- What plans tell: who answers for what, that the plan was corrected, what the family did of its own accord, and goals
-- that were achieved, which somebody still has to call a result.
-- reads: plans_familystep, plans_goal, plans_plan, plans_planrevision, plans_task
SELECT 'plan_corrected' AS concept, cases.case_id, NULL::bigint AS person_id, revision."on", 'yes' AS state,
       'plans.planrevision:' || revision.id AS source, TRUE AS is_sure
  FROM cases
  JOIN plans_plan plan ON plan.route_id = cases.route_id
  JOIN plans_planrevision revision ON revision.plan_id = plan.id AND revision.kind = 'corrected'
UNION ALL
SELECT 'responsibility_shared', cases.case_id, NULL, revision."on", 'yes', 'plans.planrevision:' || revision.id, TRUE
  FROM cases
  JOIN plans_plan plan ON plan.route_id = cases.route_id
  JOIN plans_planrevision revision ON revision.plan_id = plan.id AND EXISTS (
    SELECT 1 FROM plans_task task
     WHERE task.plan_id = plan.id AND task.member_id IS NOT NULL AND task.given_on <= revision."on"
  )
UNION ALL
SELECT 'own_steps', cases.case_id, NULL, step."on", 'yes', 'plans.familystep:' || step.id, TRUE
  FROM cases
  JOIN plans_familystep step ON (step.case_id = cases.case_id OR step.route_id = cases.route_id)
   AND step.voided_on IS NULL AND step.kind = 'step'
UNION ALL
SELECT aim.concept, cases.case_id, NULL, goal.decided_on, 'yes', 'plans.goal:' || goal.id, FALSE
  FROM cases
  JOIN plans_plan plan ON plan.route_id = cases.route_id
  JOIN plans_goal goal ON goal.plan_id = plan.id AND goal.state = 'achieved'
  JOIN aims aim ON goal.outcome <> '' AND aim.outcome = goal.outcome
