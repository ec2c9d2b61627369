-- Everything known of results: what was derived, and after it on the same day what somebody said. Where somebody
-- said that it is not so, the signs up to that day are left out.
seen AS MATERIALIZED (
    SELECT fact.concept, fact.case_id, fact.person_id, fact."on", fact.state, 0 AS place, fact.source, fact.is_sure
      FROM facts fact
     WHERE fact.state IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM said WHERE said.state = 'declined' AND said.case_id = fact.case_id
           AND said.concept = fact.concept AND said.person_id IS NOT DISTINCT FROM fact.person_id
           AND NOT fact.is_sure AND fact."on" <= said."on"
     )
    UNION ALL
    SELECT concept, case_id, person_id, "on", CASE state WHEN 'reached' THEN 'yes' ELSE 'no' END, 1,
           'results.result:' || id, TRUE
      FROM said WHERE state IN ('reached', 'lost')
),
