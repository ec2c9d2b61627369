-- Agreements in force on the last day.
-- reads: correspondence_agreement
SELECT asked.bucket, kept.id AS subject, asked.last AS "on", NULL::bigint AS program_id, NULL::bigint AS department_id,
       NULL::bigint AS case_id, NULL::bigint AS family_id, 'yes' AS state, 1::numeric AS amount, ARRAY[]::text[] AS dims
  FROM correspondence_agreement kept
  JOIN asked ON kept.signed_on <= asked.last
   AND COALESCE(kept.until_on, 'infinity') >= asked.last AND COALESCE(kept.ended_on, 'infinity') > asked.last
 WHERE kept.voided_on IS NULL
