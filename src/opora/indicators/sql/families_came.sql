-- Families that moved into the crisis centre; those of the old registry too, of whose people nothing is written.
-- reads: cases_case, cases_stay
SELECT told.family_id AS subject, stay.from_on AS "on", told.program_id, told.department_id, told.id AS case_id,
       told.family_id, 'yes' AS state, 1::numeric AS amount, ARRAY[]::text[] AS dims
  FROM cases_stay stay JOIN cases_case told ON told.id = stay.case_id AND told.voided_on IS NULL
 WHERE stay.from_on BETWEEN %(first)s AND %(last)s
