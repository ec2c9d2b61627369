-- Materials made: brochures, guides, films.
-- reads: voice_publicpiece
SELECT kept.id AS subject, kept."on" AS "on", NULL::bigint AS program_id, NULL::bigint AS department_id,
       NULL::bigint AS case_id, NULL::bigint AS family_id, 'yes' AS state, 1::numeric AS amount,
       ARRAY[]::text[] AS dims
  FROM voice_publicpiece kept
 WHERE kept.voided_on IS NULL AND kept."on" BETWEEN %(first)s AND %(last)s AND kept.kind = 'material'
