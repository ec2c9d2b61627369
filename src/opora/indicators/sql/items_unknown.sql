-- Items of the forms of closed cases that were asked and not rated, of all that apply.
-- reads: assessments_assessment
SELECT form.id AS subject, fact.closed_on AS "on", fact.program_id, fact.department_id, fact.case_id,
       fact.family_id,
       part.state, part.amount::numeric AS amount, ARRAY[form.point]::text[] AS dims
  FROM closed fact
 CROSS JOIN LATERAL (VALUES (fact.entry_id), (fact.exit_id)) point(form_id)
  JOIN assessments_assessment form ON form.id = point.form_id AND form.applicable > 0
 CROSS JOIN LATERAL (VALUES ('yes', form.applicable - form.rated), ('no', form.rated)) AS part(state, amount)
 WHERE part.amount > 0
