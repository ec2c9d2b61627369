-- Heads counted at events: nobody knows who they were, nor whether one came twice.
-- reads: groups_group, groups_session
SELECT meeting.id AS subject, meeting."on", gathered.program_id, gathered.department_id, NULL::bigint AS case_id,
       NULL::bigint AS family_id, 'yes' AS state, meeting.heads::numeric AS amount, ARRAY[gathered.kind]::text[] AS dims
  FROM groups_session meeting JOIN groups_group gathered ON gathered.id = meeting.group_id
 WHERE meeting.is_held AND gathered.kind <> 'program' AND meeting.heads > 0
   AND meeting."on" BETWEEN %(first)s AND %(last)s
