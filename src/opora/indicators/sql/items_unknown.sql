-- Items of the forms of closed cases that were asked and not rated, of all that apply.
SELECT form.id AS subject, fact.closed_on AS "on", fact.program_id, fact.department_id, fact.case_id,
       fact.family_id,
       part.state, part.amount::numeric AS amount, ARRAY[form.point]::text[] AS dims
  FROM closed fact
  JOIN forms ON forms.case_id = fact.case_id
 CROSS JOIN LATERAL (
    VALUES (forms.entry_id, forms.entry_point, forms.entry_applicable, forms.entry_rated),
           (forms.exit_id, forms.exit_point, forms.exit_applicable, forms.exit_rated)
 ) form(id, point, applicable, rated)
 CROSS JOIN LATERAL (VALUES ('yes', form.applicable - form.rated), ('no', form.rated)) AS part(state, amount)
 WHERE form.applicable > 0 AND part.amount > 0
