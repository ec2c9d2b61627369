-- Parents of closed cases with both assessments: at least one item on parenting got better and none got worse. Items
-- that one of the two forms does not rate are left out; rated by neither, nothing is known.
SELECT fact.client_id AS subject, fact.closed_on AS "on", fact.program_id, fact.department_id, fact.case_id,
       fact.family_id,
       CASE WHEN compared.pairs = 0 THEN 'unknown'
            WHEN compared.better > 0 AND compared.worse = 0 THEN 'yes' ELSE 'no' END AS state,
       1::numeric AS amount, ARRAY[]::text[] AS dims
  FROM forms fact
  JOIN scales ON scales.id = fact.entry_version
 CROSS JOIN LATERAL (
    SELECT COUNT(*) AS pairs, COUNT(*) FILTER (WHERE rating.after < rating.before) AS better,
           COUNT(*) FILTER (WHERE rating.after > rating.before) AS worse
      FROM (SELECT fact.entry_ratings[place] AS before, fact.exit_ratings[place] AS after
              FROM unnest(scales.parenting) place) rating
     WHERE rating.before IS NOT NULL AND rating.after IS NOT NULL
 ) compared
 WHERE fact.entry_ratings IS NOT NULL AND fact.exit_ratings IS NOT NULL
