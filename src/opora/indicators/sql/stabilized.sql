-- Families whose case was closed: more of the goals reached than the threshold of the plan, no critical item at the
-- exit, a place to live, and every child known to be in its own family. One no is no; what is missing leaves it
-- unknown.
-- reads: cases_closing, circumstances_lifechange, plans_plan, process_route
SELECT fact.family_id AS subject, fact.closed_on AS "on", fact.program_id, fact.department_id, fact.case_id,
       fact.family_id,
       CASE WHEN 100 * closing.goals_achieved <= plan.threshold * closing.goals_total AND closing.goals_total > 0
                 OR fact.exit_critical > 0 OR home.value = 'none' OR fact.children_kept < fact.children_known THEN 'no'
            WHEN closing.goals_total > 0 AND plan.id IS NOT NULL AND fact.exit_critical = 0
                 AND home.value NOT IN ('none', 'unknown')
                 AND fact.children > 0 AND fact.children_known = fact.children THEN 'yes'
            ELSE 'unknown' END AS state, 1::numeric AS amount, ARRAY[]::text[] AS dims
  FROM forms fact
  LEFT JOIN cases_closing closing ON closing.case_id = fact.case_id
   AND (closing.id = fact.former_id OR (fact.former_id IS NULL AND closing.reopened_on IS NULL))
  LEFT JOIN process_route route ON route.case_id = fact.case_id
  LEFT JOIN LATERAL (
    SELECT change.value FROM circumstances_lifechange change
     WHERE change.kind = 'housing' AND change.voided_on IS NULL AND change."on" <= fact.closed_on
       AND (change.case_id = fact.case_id OR change.route_id = route.id)
     ORDER BY change."on" DESC, change.id DESC LIMIT 1
  ) home ON TRUE
  LEFT JOIN plans_plan plan ON plan.route_id = route.id
