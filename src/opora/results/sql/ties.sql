-- Social maps of a case: ties that support, more of them than on the first map, ties that were broken and support again.
-- reads: network_networkrecord, network_networktie
WITH maps AS MATERIALIZED (
    SELECT cases.case_id, map.id, map."on", map.confirmed_on,
           row_number() OVER through AS place, first_value(map.id) OVER through AS first_id,
           (SELECT COUNT(*) FROM network_networktie tie WHERE tie.record_id = map.id AND tie.kind = 'supportive') AS good
      FROM cases
      JOIN network_networkrecord map ON (map.case_id = cases.case_id OR map.route_id = cases.route_id)
       AND map.kind = 'map' AND map.voided_on IS NULL
    WINDOW through AS (PARTITION BY cases.case_id ORDER BY map."on", map.id)
)
SELECT 'support_around' AS concept, map.case_id, NULL::bigint AS person_id, map."on",
       CASE WHEN map.good > first.good THEN 'yes' ELSE 'no' END AS state,
       'network.networkrecord:' || map.id AS source, TRUE AS is_sure
  FROM maps map JOIN maps first ON first.id = map.first_id AND first.case_id = map.case_id
 WHERE map.place > 1
UNION ALL
SELECT 'ties_restored', map.case_id, NULL, map."on",
       CASE WHEN EXISTS (
            SELECT 1 FROM network_networktie tie
              JOIN network_networktie was ON was.member_id = tie.member_id AND was.kind IN ('broken', 'stressful')
              JOIN maps former ON former.id = was.record_id AND former.case_id = map.case_id AND former.place < map.place
             WHERE tie.record_id = map.id AND tie.kind = 'supportive'
       ) THEN 'yes' ELSE 'no' END, 'network.networkrecord:' || map.id, TRUE
  FROM maps map
 WHERE map.place > 1
UNION ALL
SELECT 'knows_ties', map.case_id, NULL, map.confirmed_on, 'yes', 'network.networkrecord:' || map.id, TRUE
  FROM maps map
 WHERE map.confirmed_on IS NOT NULL AND map.good > 0
