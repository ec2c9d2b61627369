-- Parents of closed cases with both assessments: at least one item on parenting got better and none got worse. Items
-- that one of the two forms does not rate are left out; rated by neither, nothing is known.
-- reads: assessments_assessment, cases_case, evidence_casefact, instruments_instrumentversion
SELECT told.client_id AS subject, fact.closed_on AS "on", told.program_id, told.department_id, told.id AS case_id,
       told.family_id,
       CASE WHEN compared.pairs = 0 THEN 'unknown'
            WHEN compared.better > 0 AND compared.worse = 0 THEN 'yes' ELSE 'no' END AS state,
       1::numeric AS amount, ARRAY[]::text[] AS dims
  FROM evidence_casefact fact
  JOIN cases_case told ON told.id = fact.case_id
  JOIN assessments_assessment entry ON entry.id = fact.entry_id AND entry.ratings IS NOT NULL
  JOIN assessments_assessment exit ON exit.id = fact.exit_id AND exit.ratings IS NOT NULL
  JOIN instruments_instrumentversion version ON version.id = entry.version_id
 CROSS JOIN LATERAL (
    SELECT COUNT(*) AS pairs, COUNT(*) FILTER (WHERE rating.after < rating.before) AS better,
           COUNT(*) FILTER (WHERE rating.after > rating.before) AS worse
      FROM unnest(entry.ratings, exit.ratings) WITH ORDINALITY AS rating(before, after, place)
     WHERE rating.before IS NOT NULL AND rating.after IS NOT NULL
       AND rating.place IN (
           SELECT (item ->> 'position')::int + 1
             FROM jsonb_path_query(version.definition, '$.sections[*].items[*]') item
            WHERE item ->> 'code' IN ('2.3', '2.4', '2.5', '3.5', '6.4', '7.6', '8.4')
       )
 ) compared
 WHERE fact.closed_on BETWEEN %(first)s AND %(last)s AND NOT fact.is_palliative
