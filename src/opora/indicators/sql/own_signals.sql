-- Of the signals of whose source it is known: whether people turned to us themselves.
-- reads: cases_case, intake_referral, process_route
SELECT signal.id AS subject, (signal.received_at AT TIME ZONE %(zone)s)::date AS "on",
       COALESCE(told.program_id, route.program_id) AS program_id,
       COALESCE(told.department_id, route.department_id) AS department_id, told.id AS case_id,
       COALESCE(told.family_id, route.family_id) AS family_id,
       CASE signal.source WHEN 'self' THEN 'yes' WHEN 'unknown' THEN 'unknown' ELSE 'no' END AS state,
       1::numeric AS amount, ARRAY[signal.channel]::text[] AS dims
  FROM intake_referral signal
  JOIN process_route route ON route.id = signal.route_id AND route.voided_on IS NULL
  LEFT JOIN cases_case told ON told.id = route.case_id
 WHERE signal.received_at >= %(first)s::timestamp AT TIME ZONE %(zone)s
   AND signal.received_at < (%(last)s::date + 1)::timestamp AT TIME ZONE %(zone)s
   AND told.voided_on IS NULL
