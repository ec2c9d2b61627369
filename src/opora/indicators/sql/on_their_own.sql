-- Families whose case was closed: on that day in a place of their own or a rented one, with a child at home, and not
-- in the crisis centre. What is not known of the home or the children leaves it unknown, unless something else says
-- no.
-- reads: cases_stay, circumstances_lifechange, process_route
SELECT fact.family_id AS subject, fact.closed_on AS "on", fact.program_id, fact.department_id, fact.case_id,
       fact.family_id,
       CASE WHEN home.value IN ('none', 'crisis_center', 'with_relatives') OR stays.living
                 OR (fact.children_known > 0 AND fact.children_kept = 0 AND fact.children_known = fact.children) THEN 'no'
            WHEN home.value IN ('rented', 'social_rent', 'own') AND fact.children_kept > 0 THEN 'yes'
            ELSE 'unknown' END AS state, 1::numeric AS amount,
       ARRAY[COALESCE(home.value, 'unknown')]::text[] AS dims
  FROM closed fact
  LEFT JOIN process_route route ON route.case_id = fact.case_id
  LEFT JOIN LATERAL (
    SELECT change.value FROM circumstances_lifechange change
     WHERE change.kind = 'housing' AND change.voided_on IS NULL AND change."on" <= fact.closed_on
       AND (change.case_id = fact.case_id OR change.route_id = route.id)
     ORDER BY change."on" DESC, change.id DESC LIMIT 1
  ) home ON TRUE
 CROSS JOIN LATERAL (
    SELECT EXISTS (
        SELECT 1 FROM cases_stay stay
         WHERE stay.case_id = fact.case_id AND stay.from_on <= fact.closed_on
           AND COALESCE(stay.left_on, 'infinity') > fact.closed_on
    ) AS living
 ) stays
