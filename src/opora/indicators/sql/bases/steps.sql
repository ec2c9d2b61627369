-- Steps of paths from one place to another; carrying a path to another version of its process is none.
-- reads: process_routestep
SELECT step.id, step."on", step.waited, step.from_stage, step.to_stage, path.program_id, path.department_id,
       path.case_id, path.family_id
  FROM process_routestep step
  JOIN paths path ON path.id = step.route_id
 WHERE step."on" BETWEEN %(first)s AND %(last)s AND step.from_stage <> '' AND (step.action <> '' OR step.is_override)
