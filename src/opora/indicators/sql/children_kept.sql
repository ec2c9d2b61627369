-- Children of closed cases, as they were on the day of closing: whether the child lived with its own family.
SELECT child.person_id AS subject, child.closed_on AS "on", fact.program_id, fact.department_id, fact.case_id,
       fact.family_id,
       CASE WHEN child.home IN ('', 'unknown') THEN 'unknown' WHEN child.home = 'own_family' THEN 'yes' ELSE 'no' END
         AS state, 1::numeric AS amount, ARRAY[COALESCE(NULLIF(child.home, ''), 'unknown')]::text[] AS dims
  FROM children child
  JOIN closed fact ON fact.case_id = child.case_id AND fact.closed_on = child.closed_on
