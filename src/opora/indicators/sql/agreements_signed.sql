-- Agreements signed.
-- reads: correspondence_agreement
SELECT kept.id AS subject, kept.signed_on AS "on", NULL::bigint AS program_id, NULL::bigint AS department_id,
       NULL::bigint AS case_id, NULL::bigint AS family_id, 'yes' AS state, 1::numeric AS amount,
       ARRAY[]::text[] AS dims
  FROM correspondence_agreement kept
 WHERE kept.voided_on IS NULL AND kept.signed_on BETWEEN %(first)s AND %(last)s
