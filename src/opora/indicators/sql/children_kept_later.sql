-- Children of closed cases at the look back, by the day it was due: whether the child lived with its own family then.
-- Of whom nothing was told by the day one looks from, nothing is known.
SELECT looked.person_id AS subject, looked.due_on AS "on", looked.program_id, looked.department_id, looked.case_id,
       looked.family_id,
       CASE WHEN looked.later_on IS NULL OR looked.later_on > %(as_of)s OR looked.later_home IN ('', 'unknown')
            THEN 'unknown' WHEN looked.later_home = 'own_family' THEN 'yes' ELSE 'no' END AS state, 1::numeric AS amount,
       ARRAY[CASE WHEN looked.later_on <= %(as_of)s THEN COALESCE(NULLIF(looked.later_home, ''), 'unknown')
             ELSE 'unknown' END]::text[] AS dims
  FROM looks looked
