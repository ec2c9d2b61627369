-- The facts of closings that were undone: the case was opened again, and as of a day before that it stood closed. What
-- was filled in before the case was opened again is what it told then.
-- reads: cases_case, cases_closing, cases_followup, process_route
WITH former AS MATERIALIZED (
    SELECT closing.id, closing.case_id, closing."on" AS closed_on, closing.reopened_on
      FROM cases_closing closing
      JOIN cases_case told ON told.id = closing.case_id AND told.voided_on IS NULL
     WHERE closing.case_id = ANY(%(case_ids)s) AND closing.reopened_on IS NOT NULL
),
units AS MATERIALIZED (
    SELECT id AS unit, case_id, GREATEST(closed_on, reopened_on - 1) AS known_to FROM former
),
{pairs},
homes AS MATERIALIZED (
    -- As actions.py has just written them.
    SELECT closing_id,
           COUNT(*) FILTER (WHERE what = 'child') AS children,
           COUNT(*) FILTER (WHERE what = 'child' AND home NOT IN ('', 'unknown')) AS known,
           COUNT(*) FILTER (WHERE what = 'child' AND home = 'own_family') AS kept,
           COUNT(*) FILTER (WHERE later_home NOT IN ('', 'unknown')) AS known_later,
           COUNT(*) FILTER (WHERE later_home = 'own_family') AS kept_later
      FROM evidence_formerchild
     WHERE case_id = ANY(%(case_ids)s)
     GROUP BY closing_id
)
INSERT INTO evidence_formerfact AS fact (
    closing_id, case_id, closed_on, opened_again_on, days_away, follow_up_id, follow_up_due_on, entry_id, exit_id, entry,
    exit, change, entry_sections, exit_sections, solved, children, children_kept, children_known, children_known_later,
    children_kept_later, is_palliative
)
SELECT former.id, former.case_id, former.closed_on, former.reopened_on, COALESCE(away.days, 0), visit.id, visit.due_on,
       entry.id, exit.id, entry.weak, exit.weak, entry.weak - exit.weak, entry.sections_weak, exit.sections_weak,
       items.solved, COALESCE(homes.children, 0), COALESCE(homes.kept, 0), COALESCE(homes.known, 0),
       COALESCE(homes.known_later, 0), COALESCE(homes.kept_later, 0), COALESCE(route.is_palliative, FALSE)
  FROM former
  LEFT JOIN entries entry ON entry.unit = former.id
  LEFT JOIN exits exit ON exit.unit = former.id
  LEFT JOIN items ON items.unit = former.id
  LEFT JOIN homes ON homes.closing_id = former.id
  LEFT JOIN process_route route ON route.case_id = former.case_id
  LEFT JOIN LATERAL (
    -- How long the case had stood closed before: no time of work.
    SELECT SUM(earlier.reopened_on - earlier."on") AS days
      FROM cases_closing earlier
     WHERE earlier.case_id = former.case_id AND earlier.reopened_on <= former.closed_on AND earlier.id <> former.id
  ) away ON TRUE
  LEFT JOIN LATERAL (
    -- The look back that was due after this closing: it was called off on opening the case again, or has been made.
    SELECT looked.id, looked.due_on
      FROM cases_followup looked
     WHERE looked.case_id = former.case_id AND looked.months = 6
       AND looked.due_on <= (former.closed_on + INTERVAL '6 months')::date
       AND (looked.cancelled_at IS NULL OR looked.cancelled_at >= former.reopened_on)
     ORDER BY looked.due_on DESC, looked.id DESC LIMIT 1
  ) visit ON TRUE
    ON CONFLICT (closing_id) DO UPDATE SET
       case_id = EXCLUDED.case_id, closed_on = EXCLUDED.closed_on, opened_again_on = EXCLUDED.opened_again_on,
       days_away = EXCLUDED.days_away, follow_up_id = EXCLUDED.follow_up_id,
       follow_up_due_on = EXCLUDED.follow_up_due_on, entry_id = EXCLUDED.entry_id, exit_id = EXCLUDED.exit_id,
       entry = EXCLUDED.entry, exit = EXCLUDED.exit, change = EXCLUDED.change,
       entry_sections = EXCLUDED.entry_sections, exit_sections = EXCLUDED.exit_sections, solved = EXCLUDED.solved,
       children = EXCLUDED.children, children_kept = EXCLUDED.children_kept,
       children_known = EXCLUDED.children_known, children_known_later = EXCLUDED.children_known_later,
       children_kept_later = EXCLUDED.children_kept_later, is_palliative = EXCLUDED.is_palliative
