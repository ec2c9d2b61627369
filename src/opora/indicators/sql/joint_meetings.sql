-- Meetings held together with authorities and partners.
-- reads: correspondence_jointmeeting
SELECT kept.id AS subject, kept."on" AS "on", NULL::bigint AS program_id, NULL::bigint AS department_id,
       NULL::bigint AS case_id, NULL::bigint AS family_id, 'yes' AS state, 1::numeric AS amount,
       ARRAY[]::text[] AS dims
  FROM correspondence_jointmeeting kept
 WHERE kept.voided_on IS NULL AND kept."on" BETWEEN %(first)s AND %(last)s
