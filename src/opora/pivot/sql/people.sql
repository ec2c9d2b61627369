-- People of families with cases, as they belonged to the family on the day of the case.
-- reads: cases_case, families_familymember, families_person
SELECT member.id AS record, member.person_id, told.family_id, told.id AS case_id, NULL::bigint AS route_id,
       told.department_id, told.program_id, {on} AS "on", 'yes' AS state, NULL::numeric AS amount,
       member.role AS own_role, NULLIF(person.sex, '') AS own_sex
  FROM cases_case told
  JOIN families_familymember member ON member.family_id = told.family_id AND NOT member.is_expected
   AND member.ended NOT IN ('mistake', 'unborn')
   AND (member.from_on IS NULL OR member.from_on <= {on}) AND (member.to_on IS NULL OR member.to_on > {on})
  JOIN families_person person ON person.id = member.person_id
 WHERE told.voided_on IS NULL AND {in_period}
