-- Cases in work on the last day that have an assessment due: whether it is late on that day. It tells of cases that
-- are open now; how it stood earlier is not kept.
-- reads: cases_case, evidence_casefact
-- marks: evidence_reviews
SELECT asked.bucket, fact.case_id AS subject, asked.last AS "on", told.program_id, told.department_id,
       told.id AS case_id, told.family_id,
       CASE WHEN fact.review_due_on < asked.last THEN 'yes' ELSE 'no' END AS state, 1::numeric AS amount,
       ARRAY[]::text[] AS dims
  FROM evidence_casefact fact
  JOIN cases_case told ON told.id = fact.case_id
  JOIN asked ON told.opened_on <= asked.last
 WHERE fact.closed_on IS NULL AND fact.review_due_on IS NOT NULL
