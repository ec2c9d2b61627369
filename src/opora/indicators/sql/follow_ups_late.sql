-- Looks back six months after a closing, by the day they were due: not done by the day one looks from. A family that
-- declined or could not be found was tried and is not late.
SELECT visit.id AS subject, visit.due_on AS "on", visit.program_id, visit.department_id, visit.case_id, visit.family_id,
       CASE WHEN visit.done_on <= %(as_of)s THEN 'no' WHEN visit.due_on < %(as_of)s THEN 'yes' ELSE 'no' END AS state,
       1::numeric AS amount, ARRAY[]::text[] AS dims
  FROM visits visit
