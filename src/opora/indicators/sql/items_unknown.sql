-- Items of the forms of closed cases that were asked and not rated, of all that apply.
SELECT form.id AS subject, fact.closed_on AS "on", fact.program_id, fact.department_id, fact.case_id,
       fact.family_id,
       part.state, part.amount::numeric AS amount, ARRAY[form.point]::text[] AS dims
  FROM forms fact
 CROSS JOIN LATERAL (
    VALUES (fact.entry_id, fact.entry_point, fact.entry_applicable, fact.entry_of),
           (fact.exit_id, fact.exit_point, fact.exit_applicable, fact.exit_of)
 ) form(id, point, applicable, rated)
 CROSS JOIN LATERAL (VALUES ('yes', form.applicable - form.rated), ('no', form.rated)) AS part(state, amount)
 WHERE form.applicable > 0 AND part.amount > 0
