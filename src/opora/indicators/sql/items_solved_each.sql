-- Items weak at entry, in closed cases with both forms: no more weak at exit.
SELECT fact.case_id * 1000 + rating.place AS subject, fact.closed_on AS "on", fact.program_id,
       fact.department_id, fact.case_id, fact.family_id,
       CASE WHEN rating.after IS NULL THEN 'unknown' WHEN rating.after < scale.weak_from THEN 'yes' ELSE 'no' END AS state, 1::numeric AS amount,
       ARRAY[scale.id || ':' || rating.place]::text[] AS dims
  FROM forms fact
  JOIN scales scale ON scale.id = fact.entry_version
 CROSS JOIN LATERAL unnest(fact.entry_ratings, fact.exit_ratings) WITH ORDINALITY AS rating(before, after, place)
 WHERE fact.entry_ratings IS NOT NULL AND fact.exit_ratings IS NOT NULL AND rating.before >= scale.weak_from
