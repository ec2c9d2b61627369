-- Children of closed cases: at home, and no critical item at the exit. At home without an assessment at the exit, it
-- is not known whether in safety; away from home it is no, whatever the form says.
SELECT child.person_id AS subject, fact.closed_on AS "on", fact.program_id, fact.department_id, fact.case_id,
       fact.family_id,
       CASE WHEN child.home IN ('', 'unknown') THEN 'unknown' WHEN child.home <> 'own_family' THEN 'no'
            WHEN fact.exit_critical IS NULL THEN 'unknown' WHEN fact.exit_critical > 0 THEN 'no' ELSE 'yes' END AS state,
       1::numeric AS amount, ARRAY[COALESCE(NULLIF(child.home, ''), 'unknown')]::text[] AS dims
  FROM forms fact
  JOIN children child ON child.case_id = fact.case_id AND child.closed_on = fact.closed_on
