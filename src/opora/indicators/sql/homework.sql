-- Homework of groups, by the day of the meeting at which it was given. Done in part is not done.
-- reads: cases_case, groups_homeworkresult, groups_session, process_route
SELECT result.id AS subject, meeting."on",
       COALESCE(told.program_id, route.program_id) AS program_id,
       COALESCE(told.department_id, route.department_id) AS department_id, told.id AS case_id,
       COALESCE(told.family_id, route.family_id) AS family_id,
       CASE result.state WHEN 'done' THEN 'yes' ELSE 'no' END AS state, 1::numeric AS amount,
       ARRAY[result.state]::text[] AS dims
  FROM groups_homeworkresult result
  JOIN groups_session meeting ON meeting.id = result.session_id
  LEFT JOIN process_route route ON route.id = result.route_id
  LEFT JOIN cases_case told ON told.id = COALESCE(result.case_id, route.case_id)
 WHERE meeting."on" BETWEEN %(first)s AND %(last)s
   AND result.voided_on IS NULL AND route.voided_on IS NULL AND told.voided_on IS NULL
