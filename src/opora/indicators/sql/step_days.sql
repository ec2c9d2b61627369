-- How many days families stood at a place before they went on.
SELECT steps.id AS subject, steps."on", steps.program_id, steps.department_id, steps.case_id, steps.family_id,
       'yes' AS state, steps.waited::numeric AS amount, ARRAY[steps.from_stage || ' → ' || steps.to_stage]::text[] AS dims
  FROM steps
