-- Families of closed cases that came with money weak at entry (income or debts): none of the two is weak at the exit.
-- Without an exit form, or where it does not say, nothing is known.
-- reads: assessments_assessment
SELECT fact.family_id AS subject, fact.closed_on AS "on", fact.program_id, fact.department_id, fact.case_id,
       fact.family_id,
       CASE WHEN money.weak_after > 0 THEN 'no' WHEN exit.id IS NULL OR money.unsaid > 0 THEN 'unknown' ELSE 'yes' END
         AS state, 1::numeric AS amount, ARRAY[]::text[] AS dims
  FROM closed fact
  JOIN assessments_assessment entry ON entry.id = fact.entry_id AND entry.ratings IS NOT NULL
  JOIN scales ON scales.id = entry.version_id
  LEFT JOIN assessments_assessment exit ON exit.id = fact.exit_id AND exit.ratings IS NOT NULL
 CROSS JOIN LATERAL (
    SELECT COUNT(*) FILTER (WHERE rating.before >= scales.weak_from) AS weak_before,
           COUNT(*) FILTER (WHERE rating.after >= scales.weak_from) AS weak_after,
           COUNT(*) FILTER (WHERE rating.before >= scales.weak_from AND rating.after IS NULL) AS unsaid
      FROM (SELECT entry.ratings[place] AS before, exit.ratings[place] AS after FROM unnest(scales.money) place) rating
 ) money
 WHERE money.weak_before > 0
