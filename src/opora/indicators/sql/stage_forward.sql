-- Parents whose stage of change was measured in the period: whether it is further on than the last measure before the
-- period, else than the first one in it. Measured once, nothing can be compared. The stage is the newest one.
-- reads: cases_case, circumstances_lifechange, process_route
WITH measured AS (
    SELECT asked.bucket, asked.first, change.person_id, change."on", change.value, change.id,
           COALESCE(told.family_id, route.family_id) AS family_id,
           COALESCE(told.program_id, route.program_id) AS program_id,
           COALESCE(told.department_id, route.department_id) AS department_id, told.id AS case_id,
           CASE change.value WHEN 'precontemplation' THEN 1 WHEN 'contemplation' THEN 2 WHEN 'preparation' THEN 3
            WHEN 'action' THEN 4 WHEN 'maintenance' THEN 5 END AS rank,
           row_number() OVER (PARTITION BY asked.bucket, change.person_id ORDER BY change."on" DESC, change.id DESC) AS back
      FROM circumstances_lifechange change
      JOIN asked ON change."on" <= asked.last
      LEFT JOIN process_route route ON route.id = change.route_id
      LEFT JOIN cases_case told ON told.id = COALESCE(change.case_id, route.case_id)
     WHERE change.kind = 'stage_of_change' AND change.value <> 'unknown' AND change.person_id IS NOT NULL
       AND change.voided_on IS NULL AND route.voided_on IS NULL AND told.voided_on IS NULL
)
SELECT now.bucket, now.person_id AS subject, now."on", now.program_id, now.department_id, now.case_id, now.family_id,
       CASE WHEN before.rank IS NULL THEN 'unknown' WHEN now.rank > before.rank THEN 'yes' ELSE 'no' END AS state,
       1::numeric AS amount, ARRAY[now.value]::text[] AS dims
  FROM measured now
  LEFT JOIN LATERAL (
    SELECT one.rank FROM measured one
     WHERE one.bucket = now.bucket AND one.person_id = now.person_id AND one.back > 1
     ORDER BY one."on" >= now.first, CASE WHEN one."on" < now.first THEN one.back ELSE -one.back END LIMIT 1
  ) before ON TRUE
 WHERE now.back = 1 AND now."on" >= now.first
