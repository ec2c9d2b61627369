-- Results reached, each by its first day; a result that was lost again by the day one looks from holds no more.
SELECT row_number() OVER () AS record, told.person_id, told.family_id, told.case_id, NULL::bigint AS route_id,
       told.department_id, told.program_id, told.reached_on AS "on", 'yes' AS state, NULL::numeric AS amount,
       told.concept AS own_result, CASE WHEN told.lost_on IS NULL THEN 'yes' ELSE 'no' END AS own_holds
  FROM ({reached}) told
