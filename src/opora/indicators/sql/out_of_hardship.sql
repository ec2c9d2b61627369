-- Families of closed cases that came with money weak at entry (income or debts): none of the two is weak at the exit.
-- Without an exit form, or where it does not say, nothing is known.
SELECT fact.family_id AS subject, fact.closed_on AS "on", fact.program_id, fact.department_id, fact.case_id,
       fact.family_id,
       CASE WHEN money.weak_after > 0 THEN 'no'
            WHEN fact.exit_ratings IS NULL OR money.unsaid > 0 THEN 'unknown' ELSE 'yes' END AS state,
       1::numeric AS amount, ARRAY[]::text[] AS dims
  FROM forms fact
  JOIN scales ON scales.id = fact.entry_version
 CROSS JOIN LATERAL (
    SELECT COUNT(*) FILTER (WHERE rating.before >= scales.weak_from) AS weak_before,
           COUNT(*) FILTER (WHERE rating.after >= scales.weak_from) AS weak_after,
           COUNT(*) FILTER (WHERE rating.before >= scales.weak_from AND rating.after IS NULL) AS unsaid
      FROM (SELECT fact.entry_ratings[place] AS before, fact.exit_ratings[place] AS after
              FROM unnest(scales.money) place) rating
 ) money
 WHERE fact.entry_ratings IS NOT NULL AND money.weak_before > 0
