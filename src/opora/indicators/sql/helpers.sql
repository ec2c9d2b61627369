-- Volunteers and donors by the day they joined.
-- reads: volunteers_helper
SELECT kept.id AS subject, kept.joined_on AS "on", NULL::bigint AS program_id, NULL::bigint AS department_id,
       NULL::bigint AS case_id, NULL::bigint AS family_id, 'yes' AS state, 1::numeric AS amount,
       ARRAY[kept.kind, kept.giver]::text[] AS dims
  FROM volunteers_helper kept
 WHERE kept.voided_on IS NULL AND kept.joined_on BETWEEN %(first)s AND %(last)s
