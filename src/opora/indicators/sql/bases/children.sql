-- Children of closed cases, as they were on the day of closing; as of a day before a case was opened again, of the
-- closing that stood then.
-- reads: evidence_childfact, evidence_formerchild
SELECT case_id, person_id, closed_on, home
  FROM evidence_childfact WHERE what = 'child' AND closed_on BETWEEN %(first)s AND %(last)s
 UNION ALL
SELECT case_id, person_id, closed_on, home
  FROM evidence_formerchild
 WHERE what = 'child' AND opened_again_on > %(as_of)s AND closed_on BETWEEN %(first)s AND %(last)s
