-- Registered people who came to events. Who came without being registered is counted apart, by heads.
-- reads: cases_case, groups_group, groups_mark, groups_participant, groups_session, process_route
SELECT listed.person_id AS subject, meeting."on",
       COALESCE(told.program_id, route.program_id) AS program_id,
       COALESCE(told.department_id, route.department_id) AS department_id, told.id AS case_id,
       COALESCE(told.family_id, route.family_id) AS family_id,
       'yes' AS state, 1::numeric AS amount, ARRAY[gathered.kind]::text[] AS dims
  FROM groups_session meeting
  JOIN groups_group gathered ON gathered.id = meeting.group_id AND gathered.kind <> 'program'
  JOIN groups_mark mark ON mark.session_id = meeting.id AND mark.state = 'came'
  JOIN groups_participant listed ON listed.id = mark.participant_id
  LEFT JOIN process_route route ON route.id = listed.route_id
  LEFT JOIN cases_case told ON told.id = COALESCE(listed.case_id, route.case_id)
 WHERE meeting.is_held AND meeting."on" BETWEEN %(first)s AND %(last)s
   AND listed.voided_on IS NULL AND route.voided_on IS NULL AND told.voided_on IS NULL
