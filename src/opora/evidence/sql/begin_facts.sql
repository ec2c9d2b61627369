-- The facts of cases that began a moment ago: nothing was assessed, nobody was visited, nothing has ended. What stands
-- here is said in the same words as in refresh_facts.sql, and a test holds the one against the other.
-- reads: cases_case, cases_casechild, families_person, process_route
INSERT INTO evidence_casefact (
    case_id, program_id, department_id, number, number_series, number_shape, number_order,
    parent_code, child_codes, opened_on, days_away, has_items, assessor_known, children, children_kept, children_known,
    children_with_relatives, children_known_later, children_kept_later, children_grown, children_gone, children_died,
    is_palliative, refreshed_at
)
SELECT named.id, named.program_id, named.department_id, named.number,
       regexp_replace(named.number_key, '[0-9]+', '0', 'g'),
       regexp_replace(named.number, '[0-9]+', '0', 'g'),
       COALESCE(
           substring(regexp_replace(named.number_key, '^[^0-9]*[0-9]+', '')
                     from '^.*(?<![0-9])((?:19|20)[0-9]{2})(?![0-9])')::bigint, 0
       ) * 1000000000 + substring(named.number_key from '[0-9]{1,9}')::bigint,
       client.code_letter || client.code_number, COALESCE(homes.codes, '{}'), named.opened_on, 0, FALSE, FALSE,
       COALESCE(cardinality(homes.codes), 0), 0, 0, 0, 0, 0, 0, 0, 0, COALESCE(route.is_palliative, FALSE), now()
  FROM cases_case named
  JOIN families_person client ON client.id = named.client_id
  LEFT JOIN process_route route ON route.case_id = named.id
 CROSS JOIN LATERAL (
    SELECT ARRAY_AGG(person.code_letter || person.code_number ORDER BY child.position, child.id) AS codes
      FROM cases_casechild child JOIN families_person person ON person.id = child.person_id
     WHERE child.case_id = named.id
 ) homes
 WHERE named.id = %(case_id)s
