-- What was recorded of a life, thread by thread; a value that is not known any more changes nothing.
-- reads: circumstances_lifechange, families_familymember
SELECT way.concept, seen.case_id, seen.person_id, seen."on",
       CASE way.how
            WHEN 'is' THEN CASE WHEN seen.value = ANY(way.values) THEN 'yes' ELSE 'no' END
            WHEN 'came' THEN CASE WHEN seen.value <> ALL(way.values) THEN 'no' WHEN seen.before <> ALL(way.values) THEN 'yes' END
            WHEN 'ever' THEN CASE WHEN seen.value = ANY(way.values) THEN 'yes' END
            WHEN 'rises' THEN CASE WHEN seen.rank > seen.first THEN 'yes' WHEN seen.place > 1 THEN 'no' END
            WHEN 'is_or_rises' THEN CASE WHEN seen.value = ANY(way.values) OR seen.rank > seen.first THEN 'yes' ELSE 'no' END
            WHEN 'twice' THEN CASE WHEN seen.value <> ALL(way.values) THEN 'no' WHEN seen.before = ANY(way.values) THEN 'yes' END
            WHEN 'at_least' THEN CASE WHEN seen.rank >= way.values[1]::numeric THEN 'yes' ELSE 'no' END
       END AS state,
       'circumstances.lifechange:' || seen.id AS source, way.is_sure
  FROM (
    SELECT cases.case_id, cases.family_id, change.id, change.person_id, change.kind, change.item, change.value, change."on",
           LAG(change.value) OVER thread AS before, row_number() OVER thread AS place,
           COALESCE(known.rank, change.number) AS rank,
           first_value(COALESCE(known.rank, change.number)) OVER thread AS first
      FROM cases
      JOIN circumstances_lifechange change
        ON (change.case_id = cases.case_id OR change.route_id = cases.route_id)
       AND change.voided_on IS NULL AND change.value <> 'unknown'
      LEFT JOIN ranks known ON known.kind = change.kind AND known.value = change.value
    WINDOW thread AS (
        PARTITION BY cases.case_id, change.kind, change.item, change.rated_by, change.person_id
        ORDER BY change."on", change.id
    )
  ) seen
  JOIN value_ways way ON way.kind = seen.kind AND (way.items = '{}' OR seen.item = ANY(way.items))
 WHERE way.of_child IS NULL OR way.of_child = EXISTS (
    SELECT 1 FROM families_familymember role
     WHERE role.family_id = seen.family_id AND role.person_id = seen.person_id AND role.role = 'child'
 )
