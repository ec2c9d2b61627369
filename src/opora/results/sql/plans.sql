-- What plans tell: who answers for what, that the plan was corrected, what the family did of its own accord, and goals
-- that were achieved, which somebody still has to call a result.
-- reads: goods_issue, intake_urgentaid, plans_familystep, plans_goal, plans_plan, plans_planrevision, plans_task, process_paper
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
UNION ALL
-- At least two tasks of the family are done, and none that was due is open.
SELECT 'tasks_done', cases.case_id, NULL, task.ended_on, 'yes', 'plans.task:' || task.id, FALSE
  FROM cases
  JOIN plans_plan plan ON plan.route_id = cases.route_id
  JOIN plans_task task ON task.plan_id = plan.id AND task.member_id IS NOT NULL AND task.state = 'done'
 CROSS JOIN LATERAL (
    SELECT COUNT(*) FILTER (WHERE other.state = 'done' AND other.ended_on <= task.ended_on) AS done,
           COUNT(*) FILTER (
               WHERE other.due_on <= task.ended_on AND other.state <> 'cancelled'
                 AND (other.ended_on IS NULL OR other.ended_on > task.ended_on)
           ) AS late
      FROM plans_task other WHERE other.plan_id = plan.id AND other.member_id IS NOT NULL
 ) counted
 WHERE counted.done >= 2 AND counted.late = 0
UNION ALL
-- Aid came first, and then the family signed the contract (IND-16).
SELECT 'wants_support', cases.case_id, NULL, signed."on", 'yes', 'process.paper:' || signed.id, TRUE
  FROM cases
 CROSS JOIN LATERAL (
    SELECT paper.id, paper."on" FROM process_paper paper
     WHERE paper.route_id = cases.route_id AND paper.kind = 'contract' AND paper.withdrawn_on IS NULL
     ORDER BY paper."on", paper.id LIMIT 1
 ) signed
 WHERE EXISTS (
    SELECT 1 FROM goods_issue act
     WHERE act.route_id = cases.route_id AND act.voided_on IS NULL AND act.reverses_id IS NULL AND act.given_on < signed."on"
 ) OR EXISTS (
    SELECT 1 FROM intake_urgentaid act
     WHERE act.route_id = cases.route_id AND act.voided_on IS NULL AND act.reverses_id IS NULL AND act.given_on < signed."on"
 )
