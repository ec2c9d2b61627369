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
-- Of each: whether it stands for certain, and the newest turn of all facts together.
ends AS (
    SELECT case_id, concept, person_id, bool_or(fold AND state = 'yes') AS stands,
           MAX("on") FILTER (WHERE NOT fold) AS "on", MAX(source) FILTER (WHERE NOT fold) AS source,
           MAX(state) FILTER (WHERE NOT fold) AS state
      FROM turns WHERE until IS NULL
     GROUP BY case_id, concept, person_id
),
derived AS MATERIALIZED (
    SELECT 'reached' AS kind, concept, case_id, person_id, "on" AS since, source AS since_by, until,
           COALESCE(until_by, '') AS until_by
      FROM turns WHERE fold AND state = 'yes'
    UNION ALL
    SELECT CASE state WHEN 'yes' THEN 'maybe_reached' ELSE 'maybe_lost' END, concept, case_id, person_id, "on", source,
           NULL, ''
      FROM ends WHERE state IS NOT NULL AND (state = 'yes') <> COALESCE(stands, FALSE)
    UNION ALL
    SELECT 'aimed', concept, case_id, NULL, since, since_by, until, '' FROM aimed
)
