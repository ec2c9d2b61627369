-- The facts of the named cases, computed anew from what is recorded; which forms make a pair stands in pairs.sql.
-- reads: assessments_assessment, cases_case, cases_casechild, cases_closing, cases_followup, cases_stay
-- reads: cases_stayextension
-- reads: families_familymember, families_person, process_route, programs_program
WITH named AS MATERIALIZED (
    SELECT * FROM cases_case WHERE id = ANY(%(case_ids)s) AND voided_on IS NULL
),
units AS MATERIALIZED (
    SELECT id AS unit, id AS case_id, DATE 'infinity' AS known_to FROM named
),
{pairs},
extensions AS MATERIALIZED (
    SELECT stay.case_id, MAX(extension.new_until) AS extended_to
      FROM cases_stay stay JOIN cases_stayextension extension ON extension.stay_id = stay.id
     WHERE stay.case_id = ANY(%(case_ids)s)
     GROUP BY stay.case_id
),
away AS MATERIALIZED (
    -- From a closing to the opening anew the case stood closed.
    SELECT case_id, SUM(reopened_on - "on") AS days
      FROM cases_closing
     WHERE case_id = ANY(%(case_ids)s) AND reopened_on IS NOT NULL
     GROUP BY case_id
),
visits AS MATERIALIZED (
    -- A family that declined or could not be found was not visited.
    SELECT DISTINCT ON (case_id) id, case_id, due_on, CASE WHEN result IN ('', 'reached') THEN done_on END AS done_on
      FROM cases_followup
     WHERE case_id = ANY(%(case_ids)s) AND months = 6 AND cancelled_at IS NULL
     ORDER BY case_id, due_on DESC, id DESC
),
rated AS MATERIALIZED (
    -- The next assessment is due so many months after the last one of an open case (S4-18).
    SELECT case_id, MAX("on") AS last_on
      FROM assessments_assessment
     WHERE case_id = ANY(%(case_ids)s) AND point IN ('entry', 'review') AND status IN ('approved', 'submitted')
     GROUP BY case_id
),
mistaken AS MATERIALIZED (
    -- Who was entered into the family by mistake was never a child of the case.
    SELECT named.id AS case_id, role.person_id
      FROM named JOIN families_familymember role ON role.family_id = named.family_id
     GROUP BY named.id, role.person_id
    HAVING bool_and(role.ended = 'mistake')
),
codes AS MATERIALIZED (
    SELECT child.case_id, ARRAY_AGG(person.code_letter || person.code_number ORDER BY child.position, child.id) AS codes
      FROM cases_casechild child
      JOIN families_person person ON person.id = child.person_id
      LEFT JOIN mistaken ON mistaken.case_id = child.case_id AND mistaken.person_id = child.person_id
     WHERE child.case_id = ANY(%(case_ids)s) AND mistaken.person_id IS NULL
     GROUP BY child.case_id
),
homes AS MATERIALIZED (
    -- As actions.py has just written them: what each was to the family on the day of closing, by dated role and age.
    SELECT case_id,
           COUNT(*) FILTER (WHERE what = 'child') AS children,
           COUNT(*) FILTER (WHERE what = 'child' AND home NOT IN ('', 'unknown')) AS known,
           COUNT(*) FILTER (WHERE what = 'child' AND home = 'own_family') AS kept,
           COUNT(*) FILTER (WHERE what = 'child' AND home = 'relatives') AS with_relatives,
           COUNT(*) FILTER (WHERE later_home NOT IN ('', 'unknown')) AS known_later,
           COUNT(*) FILTER (WHERE later_home = 'own_family') AS kept_later,
           COUNT(*) FILTER (WHERE what = 'grown') AS grown,
           COUNT(*) FILTER (WHERE what = 'gone') AS gone,
           COUNT(*) FILTER (WHERE what = 'died') AS died
      FROM evidence_childfact
     WHERE case_id = ANY(%(case_ids)s)
     GROUP BY case_id
)
INSERT INTO evidence_casefact AS fact (
    case_id, program_id, department_id, number, number_series, number_shape, number_order,
    parent_code, child_codes, opened_on, closed_on, extended_to, days_away, follow_up_due_on,
    followed_up_on, entry_id, exit_id, entry, exit, change, entry_sections, exit_sections, entry_by_section, exit_by_section,
    entry_complete, exit_complete, change_both, rated_both, solved, new, has_items, assessor_known,
    follow_up_score, children, children_kept, children_known, children_with_relatives,
    children_known_later, children_kept_later, children_grown, children_gone, children_died,
    is_palliative, review_due_on, refreshed_at
)
SELECT named.id, named.program_id, named.department_id, named.number,
       regexp_replace(named.number_key, '[0-9]+', '0', 'g'),
       regexp_replace(named.number, '[0-9]+', '0', 'g'),
       COALESCE(
           substring(regexp_replace(named.number_key, '^[^0-9]*[0-9]+', '')
                     from '^.*(?<![0-9])((?:19|20)[0-9]{2})(?![0-9])')::bigint, 0
       ) * 1000000000 + substring(named.number_key from '[0-9]{1,9}')::bigint,
       client.code_letter || client.code_number, COALESCE(codes.codes, '{}'),
       named.opened_on, named.closed_on, extensions.extended_to, COALESCE(away.days, 0), visits.due_on, visits.done_on,
       entry.id, exit.id, entry.weak, exit.weak, entry.weak - exit.weak,
       entry.sections_weak, exit.sections_weak, entry.weak_by_section, exit.weak_by_section,
       entry.rated::float8 / NULLIF(entry.applicable, 0), exit.rated::float8 / NULLIF(exit.applicable, 0),
       COALESCE(items.change_both, items.rated_both), items.rated_both, items.solved, items.new,
       COALESCE(entry.has_items, TRUE) AND COALESCE(exit.has_items, TRUE)
           AND COALESCE(entry.id, exit.id) IS NOT NULL,
       (entry.id IS NULL OR entry.assessor_id IS NOT NULL) AND (exit.id IS NULL OR exit.assessor_id IS NOT NULL)
           AND COALESCE(entry.id, exit.id) IS NOT NULL,
       follow_ups.weak, COALESCE(homes.children, CASE WHEN named.closed_on IS NULL THEN cardinality(codes.codes) END, 0),
       COALESCE(homes.kept, 0), COALESCE(homes.known, 0),
       COALESCE(homes.with_relatives, 0), COALESCE(homes.known_later, 0), COALESCE(homes.kept_later, 0),
       COALESCE(homes.grown, 0), COALESCE(homes.gone, 0), COALESCE(homes.died, 0),
       COALESCE(route.is_palliative, FALSE),
       CASE WHEN named.closed_on IS NULL THEN (rated.last_on + make_interval(months => program.review_months))::date END,
       clock_timestamp()
  FROM named
  JOIN programs_program program ON program.id = named.program_id
  JOIN families_person client ON client.id = named.client_id
  LEFT JOIN codes ON codes.case_id = named.id
  LEFT JOIN homes ON homes.case_id = named.id
  LEFT JOIN away ON away.case_id = named.id
  LEFT JOIN extensions ON extensions.case_id = named.id
  LEFT JOIN visits ON visits.case_id = named.id
  LEFT JOIN entries entry ON entry.unit = named.id
  LEFT JOIN exits exit ON exit.unit = named.id
  LEFT JOIN items ON items.unit = named.id
  LEFT JOIN follow_ups ON follow_ups.unit = named.id
  LEFT JOIN rated ON rated.case_id = named.id
  LEFT JOIN process_route route ON route.case_id = named.id
    ON CONFLICT (case_id) DO UPDATE SET
       program_id = EXCLUDED.program_id, department_id = EXCLUDED.department_id, number = EXCLUDED.number,
       number_series = EXCLUDED.number_series, number_shape = EXCLUDED.number_shape,
       number_order = EXCLUDED.number_order, parent_code = EXCLUDED.parent_code,
       child_codes = EXCLUDED.child_codes, opened_on = EXCLUDED.opened_on, closed_on = EXCLUDED.closed_on,
       extended_to = EXCLUDED.extended_to, days_away = EXCLUDED.days_away, follow_up_due_on = EXCLUDED.follow_up_due_on,
       followed_up_on = EXCLUDED.followed_up_on, entry_id = EXCLUDED.entry_id, exit_id = EXCLUDED.exit_id,
       entry = EXCLUDED.entry, exit = EXCLUDED.exit, change = EXCLUDED.change,
       entry_sections = EXCLUDED.entry_sections, exit_sections = EXCLUDED.exit_sections,
       entry_by_section = EXCLUDED.entry_by_section, exit_by_section = EXCLUDED.exit_by_section,
       entry_complete = EXCLUDED.entry_complete, exit_complete = EXCLUDED.exit_complete,
       change_both = EXCLUDED.change_both, rated_both = EXCLUDED.rated_both, solved = EXCLUDED.solved,
       new = EXCLUDED.new, has_items = EXCLUDED.has_items, assessor_known = EXCLUDED.assessor_known,
       follow_up_score = EXCLUDED.follow_up_score, children = EXCLUDED.children,
       children_kept = EXCLUDED.children_kept, children_known = EXCLUDED.children_known,
       children_with_relatives = EXCLUDED.children_with_relatives,
       children_known_later = EXCLUDED.children_known_later, children_kept_later = EXCLUDED.children_kept_later,
       children_grown = EXCLUDED.children_grown, children_gone = EXCLUDED.children_gone,
       children_died = EXCLUDED.children_died,
       is_palliative = EXCLUDED.is_palliative, review_due_on = EXCLUDED.review_due_on,
       refreshed_at = EXCLUDED.refreshed_at
