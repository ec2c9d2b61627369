-- Events held: camps, outings, conferences, network meetings. Meetings of a group program are sessions.
-- reads: groups_group, groups_session
SELECT meeting.id AS subject, meeting."on", gathered.program_id, gathered.department_id, NULL::bigint AS case_id,
       NULL::bigint AS family_id, 'yes' AS state, 1::numeric AS amount, ARRAY[gathered.kind]::text[] AS dims
  FROM groups_session meeting JOIN groups_group gathered ON gathered.id = meeting.group_id
 WHERE meeting.is_held AND gathered.kind <> 'program' AND meeting."on" BETWEEN %(first)s AND %(last)s
