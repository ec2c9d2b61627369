-- Items of the entry forms of closed cases: weak or not; an item not rated is unknown.
SELECT fact.case_id * 1000 + rating.place AS subject, fact.closed_on AS "on", fact.program_id,
       fact.department_id, fact.case_id, fact.family_id,
       CASE WHEN rating.level IS NULL THEN 'unknown' WHEN rating.level >= scale.weak_from THEN 'yes' ELSE 'no' END AS state, 1::numeric AS amount,
       ARRAY[scale.id || ':' || rating.place]::text[] AS dims
  FROM forms fact
  JOIN scales scale ON scale.id = fact.entry_version
 CROSS JOIN LATERAL unnest(fact.entry_ratings) WITH ORDINALITY AS rating(level, place)
