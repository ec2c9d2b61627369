-- Planned services that were to be given by a day of the period, or were stopped in it: so many times planned, so many
-- of them held by the day one looks from. More than planned counts as planned.
-- reads: cases_case, process_route, services_plannedservice, services_provision
SELECT wanted.id AS subject, LEAST(wanted.until_on, wanted.ended_on) AS "on",
       COALESCE(told.program_id, route.program_id) AS program_id,
       COALESCE(told.department_id, route.department_id) AS department_id, told.id AS case_id,
       COALESCE(told.family_id, route.family_id) AS family_id,
       part.state, part.amount::numeric AS amount, ARRAY[wanted.service_id::text]::text[] AS dims
  FROM services_plannedservice wanted
  LEFT JOIN process_route route ON route.id = wanted.route_id
  LEFT JOIN cases_case told ON told.id = COALESCE(wanted.case_id, route.case_id)
 CROSS JOIN LATERAL (
    SELECT LEAST(COUNT(*), wanted.times) AS held FROM services_provision given
     WHERE given.planned_id = wanted.id AND given.state = 'held' AND given.voided_on IS NULL
       AND given."on" <= %(as_of)s
 ) done
 CROSS JOIN LATERAL (VALUES ('yes', done.held), ('no', wanted.times - done.held)) AS part(state, amount)
 WHERE LEAST(wanted.until_on, wanted.ended_on) BETWEEN %(first)s AND %(last)s AND part.amount > 0
   AND wanted.voided_on IS NULL AND route.voided_on IS NULL AND told.voided_on IS NULL
