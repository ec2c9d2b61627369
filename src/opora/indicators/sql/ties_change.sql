-- By how many supportive ties the newest social map of the period has more than the last one before it, else than the
-- first.
-- reads: cases_case, network_networkrecord, network_networktie, process_route
WITH maps AS (
    SELECT asked.bucket, asked.first, map.id, map."on", COALESCE(told.family_id, route.family_id) AS family_id,
           COALESCE(told.program_id, route.program_id) AS program_id,
           COALESCE(told.department_id, route.department_id) AS department_id, told.id AS case_id,
           row_number() OVER newest AS back,
           (SELECT COUNT(*) FROM network_networktie tie WHERE tie.record_id = map.id AND tie.kind = 'supportive') AS good
      FROM network_networkrecord map
      JOIN asked ON map."on" <= asked.last
      LEFT JOIN process_route route ON route.id = map.route_id
      LEFT JOIN cases_case told ON told.id = COALESCE(map.case_id, route.case_id)
     WHERE map.kind = 'map' AND map.voided_on IS NULL AND route.voided_on IS NULL AND told.voided_on IS NULL
       AND COALESCE(told.family_id, route.family_id) IS NOT NULL
    WINDOW newest AS (
        PARTITION BY asked.bucket, COALESCE(told.family_id, route.family_id) ORDER BY map."on" DESC, map.id DESC
    )
)
SELECT now.bucket, now.family_id AS subject, now."on", now.program_id, now.department_id, now.case_id, now.family_id,
       CASE WHEN before.good IS NULL THEN 'unknown' ELSE 'yes' END AS state,
       COALESCE(now.good - before.good, 0)::numeric AS amount, ARRAY[]::text[] AS dims
  FROM maps now
  LEFT JOIN LATERAL (
    SELECT map.good FROM maps map
     WHERE map.bucket = now.bucket AND map.family_id = now.family_id AND map.back > 1
     ORDER BY map."on" >= now.first, CASE WHEN map."on" < now.first THEN map.back ELSE -map.back END LIMIT 1
  ) before ON TRUE
 WHERE now.back = 1 AND now."on" >= now.first
