-- What is known of cases, folded: from when to when each result stood, and what somebody still has to say. As
-- rules/spells.py.
marked AS (
    SELECT fold.is_sure AS fold, seen.*, LAG(state, 1, 'no') OVER through AS former
      FROM seen JOIN (VALUES (TRUE), (FALSE)) AS fold(is_sure) ON seen.is_sure OR NOT fold.is_sure
    WINDOW through AS (
        PARTITION BY fold.is_sure, case_id, concept, person_id ORDER BY "on", place, source COLLATE "C", state
    )
),
turns AS MATERIALIZED (
    SELECT *, LEAD("on") OVER through AS until, LEAD(source) OVER through AS until_by
      FROM marked WHERE state <> former
    WINDOW through AS (PARTITION BY fold, case_id, concept, person_id ORDER BY "on", place, source COLLATE "C", state)
),
derived AS MATERIALIZED (
    SELECT 'reached' AS kind, concept, case_id, person_id, "on" AS since, source AS since_by, until,
           COALESCE(until_by, '') AS until_by
      FROM turns WHERE fold AND state = 'yes'
    UNION ALL
    SELECT CASE last.state WHEN 'yes' THEN 'maybe_reached' ELSE 'maybe_lost' END, last.concept, last.case_id,
           last.person_id, last."on", last.source, NULL, ''
      FROM turns last
     WHERE NOT last.fold AND last.until IS NULL AND (last.state = 'yes') <> EXISTS (
        SELECT 1 FROM turns sure
         WHERE sure.fold AND sure.state = 'yes' AND sure.until IS NULL AND sure.case_id = last.case_id
           AND sure.concept = last.concept AND sure.person_id IS NOT DISTINCT FROM last.person_id
     )
    UNION ALL
    SELECT 'aimed', concept, case_id, NULL, since, since_by, until, '' FROM aimed
)
