-- Families of closed cases that came with money weak at entry (income or debts): none of the two is weak at the exit.
-- Without an exit form, or where it does not say, nothing is known.
-- reads: assessments_assessment, cases_case, evidence_casefact, instruments_instrumentversion
SELECT told.family_id AS subject, fact.closed_on AS "on", told.program_id, told.department_id, told.id AS case_id,
       told.family_id,
       CASE WHEN money.weak_after > 0 THEN 'no' WHEN exit.id IS NULL OR money.unsaid > 0 THEN 'unknown' ELSE 'yes' END
         AS state, 1::numeric AS amount, ARRAY[]::text[] AS dims
  FROM evidence_casefact fact
  JOIN cases_case told ON told.id = fact.case_id
  JOIN assessments_assessment entry ON entry.id = fact.entry_id AND entry.ratings IS NOT NULL
  JOIN instruments_instrumentversion version ON version.id = entry.version_id
  LEFT JOIN assessments_assessment exit ON exit.id = fact.exit_id AND exit.ratings IS NOT NULL
 CROSS JOIN LATERAL (
    SELECT COUNT(*) FILTER (WHERE rated.before >= rated.weak_from) AS weak_before,
           COUNT(*) FILTER (WHERE rated.after >= rated.weak_from) AS weak_after,
           COUNT(*) FILTER (WHERE rated.before >= rated.weak_from AND rated.after IS NULL) AS unsaid
      FROM (
        SELECT entry.ratings[(item ->> 'position')::int + 1] AS before,
               exit.ratings[(item ->> 'position')::int + 1] AS after,
               (version.definition -> 'scale' ->> 'weak_from')::smallint AS weak_from
          FROM jsonb_path_query(version.definition, '$.sections[*].items[*]') item
         WHERE item ->> 'code' IN ('1.4', '1.6')
      ) rated
 ) money
 WHERE fact.closed_on BETWEEN %(first)s AND %(last)s AND NOT fact.is_palliative AND money.weak_before > 0
