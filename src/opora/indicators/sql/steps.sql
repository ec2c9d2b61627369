-- Steps of paths from one place to another.
SELECT steps.id AS subject, steps."on", steps.program_id, steps.department_id, steps.case_id, steps.family_id,
       'yes' AS state, 1::numeric AS amount, ARRAY[steps.from_stage || ' → ' || steps.to_stage]::text[] AS dims
  FROM steps
