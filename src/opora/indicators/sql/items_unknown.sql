-- Items of the forms of closed cases that were asked and not rated, of all that apply.
-- reads: assessments_assessment, cases_case, evidence_casefact
SELECT form.id AS subject, fact.closed_on AS "on", told.program_id, told.department_id, told.id AS case_id,
       told.family_id,
       part.state, part.amount::numeric AS amount, ARRAY[form.point]::text[] AS dims
  FROM evidence_casefact fact
  JOIN cases_case told ON told.id = fact.case_id
  JOIN assessments_assessment form ON form.id IN (fact.entry_id, fact.exit_id) AND form.applicable > 0
 CROSS JOIN LATERAL (VALUES ('yes', form.applicable - form.rated), ('no', form.rated)) AS part(state, amount)
 WHERE fact.closed_on BETWEEN %(first)s AND %(last)s AND NOT fact.is_palliative AND part.amount > 0
