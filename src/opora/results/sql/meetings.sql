-- What families came to: a child to a kind of event where it had not been, parent and child together, and a first
-- service of another direction after practical help. Whether it was something new to them people say.
-- reads: catalogue_direction, catalogue_service, families_familymember, groups_group, groups_mark, groups_participant
-- reads: groups_session, services_provision
WITH came AS MATERIALIZED (
    SELECT cases.case_id, participant.person_id, session."on", session.id AS session_id, meeting.kind, mark.id,
           EXISTS (
               SELECT 1 FROM families_familymember role
                WHERE role.family_id = cases.family_id AND role.person_id = participant.person_id AND role.role = 'child'
           ) AS is_child
      FROM cases
      JOIN groups_participant participant
        ON (participant.case_id = cases.case_id OR participant.route_id = cases.route_id)
       AND participant.voided_on IS NULL
      JOIN groups_mark mark ON mark.participant_id = participant.id AND mark.state = 'came'
      JOIN groups_session session ON session.id = mark.session_id AND session.is_held
      JOIN groups_group meeting ON meeting.id = session.group_id
),
given AS MATERIALIZED (
    SELECT cases.case_id, provision.id, provision."on", direction.id AS direction_id, direction.source = 'S1-25' AS is_practical,
           MIN(provision."on") OVER (PARTITION BY cases.case_id, direction.id) AS first_on,
           MIN(provision."on") FILTER (WHERE direction.source = 'S1-25') OVER (PARTITION BY cases.case_id) AS practical_on
      FROM cases
      JOIN services_provision provision
        ON (provision.case_id = cases.case_id OR provision.route_id = cases.route_id)
       AND provision.voided_on IS NULL AND provision.state = 'held'
      JOIN catalogue_service service ON service.id = provision.service_id
      JOIN catalogue_direction direction ON direction.id = service.direction_id
)
SELECT 'child_leisure' AS concept, came.case_id, came.person_id, MIN(came."on") AS "on", 'yes' AS state,
       'groups.mark:' || (array_agg(came.id ORDER BY came."on", came.id))[1] AS source, FALSE AS is_sure
  FROM came
 WHERE came.is_child AND came.kind IN ('culture', 'camp', 'program', 'other')
 GROUP BY came.case_id, came.person_id, came.kind
UNION ALL
SELECT 'new_interaction', one.case_id, NULL, one."on", 'yes', 'groups.mark:' || MIN(one.id), FALSE
  FROM came one JOIN came other ON other.case_id = one.case_id AND other.session_id = one.session_id
 WHERE one.is_child AND NOT other.is_child
 GROUP BY one.case_id, one."on"
UNION ALL
SELECT 'other_services', given.case_id, NULL, given."on", 'yes', 'services.provision:' || given.id, FALSE
  FROM given
 WHERE NOT given.is_practical AND given."on" = given.first_on AND given."on" > given.practical_on
