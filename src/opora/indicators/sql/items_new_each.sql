-- Items not weak at entry, in closed cases with both forms: weak at exit.
-- reads: assessments_assessment
SELECT fact.case_id * 1000 + rating.place AS subject, fact.closed_on AS "on", fact.program_id,
       fact.department_id, fact.case_id, fact.family_id,
       CASE WHEN rating.after IS NULL THEN 'unknown' WHEN rating.after >= scale.weak_from THEN 'yes' ELSE 'no' END AS state, 1::numeric AS amount,
       ARRAY[scale.id || ':' || rating.place]::text[] AS dims
  FROM closed fact
  JOIN assessments_assessment entry ON entry.id = fact.entry_id AND entry.ratings IS NOT NULL
  JOIN assessments_assessment exit ON exit.id = fact.exit_id AND exit.ratings IS NOT NULL
  JOIN scales scale ON scale.id = entry.version_id
 CROSS JOIN LATERAL unnest(entry.ratings, exit.ratings) WITH ORDINALITY AS rating(before, after, place)
  WHERE rating.before < scale.weak_from
