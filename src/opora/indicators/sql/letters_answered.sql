-- Letters that asked for an answer, by the day they were sent: whether one came by the day one looks from. While there
-- is time left, it is not known.
-- reads: cases_case, correspondence_officialletter, process_route
SELECT letter.id AS subject, letter.sent_on AS "on",
       COALESCE(told.program_id, route.program_id) AS program_id,
       COALESCE(told.department_id, route.department_id) AS department_id, told.id AS case_id,
       COALESCE(told.family_id, route.family_id) AS family_id,
       CASE WHEN letter.closed_on <= %(as_of)s THEN CASE letter.result WHEN 'no_answer' THEN 'no' ELSE 'yes' END
            WHEN letter.answer_due_on < %(as_of)s THEN 'no' ELSE 'unknown' END AS state, 1::numeric AS amount,
       ARRAY[letter.kind, letter.partner_id::text]::text[] AS dims
  FROM correspondence_officialletter letter
  LEFT JOIN process_route route ON route.id = letter.route_id
  LEFT JOIN cases_case told ON told.id = COALESCE(letter.case_id, route.case_id)
 WHERE letter.direction = 'out' AND letter.voided_on IS NULL AND route.voided_on IS NULL AND told.voided_on IS NULL
   AND letter.answer_due_on IS NOT NULL AND letter.sent_on BETWEEN %(first)s AND %(last)s
