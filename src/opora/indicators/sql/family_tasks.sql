-- Tasks of plans that somebody of the family answers for, by the day they were due. Cancelled ones count nowhere.
-- reads: cases_case, plans_plan, plans_task, process_route
SELECT task.id AS subject, task.due_on AS "on",
       COALESCE(told.program_id, route.program_id) AS program_id,
       COALESCE(told.department_id, route.department_id) AS department_id, told.id AS case_id,
       COALESCE(told.family_id, route.family_id) AS family_id,
       CASE WHEN task.state = 'done' AND task.ended_on <= %(as_of)s THEN 'yes' ELSE 'no' END AS state,
       1::numeric AS amount, ARRAY[plan.track]::text[] AS dims
  FROM plans_task task
  JOIN plans_plan plan ON plan.id = task.plan_id
  JOIN process_route route ON route.id = plan.route_id AND route.voided_on IS NULL
  LEFT JOIN cases_case told ON told.id = route.case_id
 WHERE task.member_id IS NOT NULL AND task.state <> 'cancelled' AND task.due_on BETWEEN %(first)s AND %(last)s
   AND told.voided_on IS NULL
