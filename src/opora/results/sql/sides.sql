-- Three sides of one thing, each as it was last seen: all of them yes. A side nobody looked at leaves it open.
-- reads: circumstances_lifechange, families_familymember
SELECT seen.concept, seen.case_id, seen.person_id, seen."on",
       CASE WHEN 0 IN (seen.one, seen.two, seen.three) THEN 'no'
            WHEN seen.one + seen.two + seen.three = 3 THEN 'yes' END AS state,
       'circumstances.lifechange:' || seen.id AS source, TRUE AS is_sure
  FROM (
    SELECT way.concept, way.of_child, cases.case_id, cases.family_id, change.person_id, change."on", change.id,
           -- Numbers grow with every record, so the greatest tells what was seen last of a side.
           MAX(CASE WHEN change.item = way.items[1] THEN told.mark END) OVER through & 1 AS one,
           MAX(CASE WHEN change.item = way.items[2] THEN told.mark END) OVER through & 1 AS two,
           MAX(CASE WHEN change.item = way.items[3] THEN told.mark END) OVER through & 1 AS three
      FROM cases
      JOIN circumstances_lifechange change
        ON (change.case_id = cases.case_id OR change.route_id = cases.route_id)
       AND change.voided_on IS NULL AND change.value <> 'unknown'
      JOIN side_ways way ON way.kind = change.kind
     CROSS JOIN LATERAL (
        SELECT (((change."on" - DATE '1900-01-01')::bigint << 40) + change.id) * 2 + (change.value = 'yes')::int AS mark
     ) told
    WINDOW through AS (
        PARTITION BY way.concept, cases.case_id, change.person_id ORDER BY change."on", change.id
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
    )
  ) seen
 WHERE seen.of_child = EXISTS (
    SELECT 1 FROM families_familymember role
     WHERE role.family_id = seen.family_id AND role.person_id = seen.person_id AND role.role = 'child'
 )
