-- Parents of closed cases with both assessments: at least one item on parenting got better and none got worse. Items
-- that one of the two forms does not rate are left out; rated by neither, nothing is known.
-- reads: assessments_assessment
SELECT fact.client_id AS subject, fact.closed_on AS "on", fact.program_id, fact.department_id, fact.case_id,
       fact.family_id,
       CASE WHEN compared.pairs = 0 THEN 'unknown'
            WHEN compared.better > 0 AND compared.worse = 0 THEN 'yes' ELSE 'no' END AS state,
       1::numeric AS amount, ARRAY[]::text[] AS dims
  FROM closed fact
  JOIN assessments_assessment entry ON entry.id = fact.entry_id AND entry.ratings IS NOT NULL
  JOIN assessments_assessment exit ON exit.id = fact.exit_id AND exit.ratings IS NOT NULL
  JOIN scales ON scales.id = entry.version_id
 CROSS JOIN LATERAL (
    SELECT COUNT(*) AS pairs, COUNT(*) FILTER (WHERE rating.after < rating.before) AS better,
           COUNT(*) FILTER (WHERE rating.after > rating.before) AS worse
      FROM (SELECT entry.ratings[place] AS before, exit.ratings[place] AS after FROM unnest(scales.parenting) place) rating
     WHERE rating.before IS NOT NULL AND rating.after IS NOT NULL
 ) compared
