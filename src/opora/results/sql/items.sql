-- Items of the form from one approved assessment of a case to the next. An item that was weak and is not rated now
-- leaves it open.
-- reads: assessments_assessment, instruments_instrumentversion
WITH places AS MATERIALIZED (
    SELECT version.id AS version_id, item ->> 'code' AS item, (item ->> 'position')::int + 1 AS position,
           (version.definition -> 'scale' ->> 'weak_from')::smallint AS weak_from
      FROM instruments_instrumentversion version
     CROSS JOIN LATERAL jsonb_path_query(version.definition, '$.sections[*].items[*]') item
     WHERE item ->> 'code' IN (SELECT unnest(way.items) FROM item_ways way)
)
SELECT told.concept, told.case_id, NULL::bigint AS person_id, told."on",
       CASE told.how
            WHEN 'none_left' THEN CASE WHEN told.weak > 0 THEN 'no' WHEN told.was_weak AND told.unseen = 0 THEN 'yes' END
            WHEN 'fewer' THEN CASE WHEN told.compared = 0 OR told.is_first THEN NULL
                                   WHEN told.weak_both < told.weak_first THEN 'yes' ELSE 'no' END
            ELSE CASE WHEN told.compared = 0 OR told.is_first THEN NULL
                      WHEN told.better > 0 AND told.worse = 0 THEN 'yes' ELSE 'no' END
       END AS state,
       'assessments.assessment:' || told.form_id AS source, told.is_sure
  FROM (
    SELECT way.concept, way.how, way.is_sure, rated.case_id, rated.form_id, rated."on", bool_and(rated.is_first) AS is_first,
           COUNT(*) FILTER (WHERE rated.is_weak) AS weak,
           bool_or(rated.was_weak) AS was_weak,
           COUNT(*) FILTER (WHERE rated.was_weak AND rated.rating IS NULL) AS unseen,
           COUNT(*) FILTER (WHERE rated.rating IS NOT NULL AND rated.first IS NOT NULL) AS compared,
           COUNT(*) FILTER (WHERE rated.is_weak AND rated.first IS NOT NULL) AS weak_both,
           COUNT(*) FILTER (WHERE rated.first_weak AND rated.rating IS NOT NULL) AS weak_first,
           COUNT(*) FILTER (WHERE rated.rating < rated.first) AS better,
           COUNT(*) FILTER (WHERE rated.rating > rated.first) AS worse
      FROM (
        SELECT form.case_id, form.id AS form_id, form."on", place.item, form.ratings[place.position] AS rating,
               form.ratings[place.position] >= place.weak_from AS is_weak,
               COALESCE(bool_or(form.ratings[place.position] >= place.weak_from) OVER before, FALSE) AS was_weak,
               first_value(form.ratings[place.position]) OVER through AS first,
               first_value(form.ratings[place.position] >= place.weak_from) OVER through AS first_weak,
               row_number() OVER through = 1 AS is_first
          FROM cases
          JOIN assessments_assessment form ON form.case_id = cases.case_id
          JOIN places place ON place.version_id = form.version_id
         WHERE form.status = 'approved' AND form.ratings IS NOT NULL AND NOT form.is_total_only
           AND form.instrument_code = 'efo'
        WINDOW through AS (PARTITION BY form.case_id, place.item ORDER BY form."on", form.id),
               before AS (
                   PARTITION BY form.case_id, place.item ORDER BY form."on", form.id
                   ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
               )
      ) rated
      JOIN item_ways way ON rated.item = ANY(way.items)
     GROUP BY way.concept, way.how, way.is_sure, rated.case_id, rated.form_id, rated."on"
  ) told
