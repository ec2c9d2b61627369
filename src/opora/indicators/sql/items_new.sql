-- Items not weak at entry, in closed cases with both forms: weak at exit.
-- reads: assessments_assessment, cases_case, evidence_casefact, instruments_instrumentversion
SELECT fact.case_id * 1000 + rating.place AS subject, fact.closed_on AS "on", told.program_id, told.department_id, told.id AS case_id,
       told.family_id,
       CASE WHEN rating.after IS NULL THEN 'unknown' WHEN rating.after >= scale.weak_from THEN 'yes' ELSE 'no' END AS state, 1::numeric AS amount, ARRAY[version.id || ':' || rating.place]::text[] AS dims
  FROM evidence_casefact fact
  JOIN cases_case told ON told.id = fact.case_id
  JOIN assessments_assessment entry ON entry.id = fact.entry_id AND entry.ratings IS NOT NULL
  JOIN assessments_assessment exit ON exit.id = fact.exit_id AND exit.ratings IS NOT NULL
  JOIN instruments_instrumentversion version ON version.id = entry.version_id
 CROSS JOIN LATERAL unnest(entry.ratings, exit.ratings) WITH ORDINALITY AS rating(before, after, place)
 CROSS JOIN LATERAL (SELECT (version.definition -> 'scale' ->> 'weak_from')::smallint AS weak_from) scale
 WHERE fact.closed_on BETWEEN %(first)s AND %(last)s AND NOT fact.is_palliative
   AND rating.before < scale.weak_from
