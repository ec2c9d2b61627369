-- Requests, petitions and applications for a place that were closed: what was asked for was granted, wholly or in
-- part.
-- reads: cases_case, correspondence_officialletter, process_route
SELECT letter.id AS subject, letter.closed_on AS "on",
       COALESCE(told.program_id, route.program_id) AS program_id,
       COALESCE(told.department_id, route.department_id) AS department_id, told.id AS case_id,
       COALESCE(told.family_id, route.family_id) AS family_id,
       CASE WHEN letter.result IN ('granted', 'part') THEN 'yes' ELSE 'no' END AS state, 1::numeric AS amount,
       ARRAY[letter.kind, letter.result, letter.asked_by]::text[] AS dims
  FROM correspondence_officialletter letter
  LEFT JOIN process_route route ON route.id = letter.route_id
  LEFT JOIN cases_case told ON told.id = COALESCE(letter.case_id, route.case_id)
 WHERE letter.direction = 'out' AND letter.voided_on IS NULL AND route.voided_on IS NULL AND told.voided_on IS NULL
   AND letter.kind IN ('request', 'petition', 'voucher') AND letter.closed_on BETWEEN %(first)s AND %(last)s
