-- Families with an act of material help that stands, of the warehouse or urgent. Of help to a family that nobody has
-- named yet it is not known whom it reached: the path stands for it.
SELECT COALESCE(act.family_id, -act.route_id) AS subject, act.given_on AS "on", act.program_id, act.department_id,
       act.case_id, act.family_id, CASE WHEN act.family_id IS NULL THEN 'unknown' ELSE 'yes' END AS state,
       1::numeric AS amount, ARRAY[act.kind]::text[] AS dims
  FROM acts act
