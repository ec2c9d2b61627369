-- Looks back six months after a closing, by the day they were due: not done by the day one looks from. A family that
-- declined or could not be found was tried and is not late.
-- reads: cases_case, cases_followup
SELECT visit.id AS subject, visit.due_on AS "on", told.program_id, told.department_id, told.id AS case_id,
       told.family_id,
       CASE WHEN visit.done_on <= %(as_of)s THEN 'no' WHEN visit.due_on < %(as_of)s THEN 'yes' ELSE 'no' END AS state,
       1::numeric AS amount, ARRAY[]::text[] AS dims
  FROM cases_followup visit
  JOIN cases_case told ON told.id = visit.case_id AND told.voided_on IS NULL
 WHERE visit.cancelled_at IS NULL AND visit.months = 6 AND visit.due_on BETWEEN %(first)s AND %(last)s
