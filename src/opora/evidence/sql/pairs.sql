-- Pairing as in rules/rows.py, of each of the `units`: a case, or one of its closings that were undone, with what was
-- filled in up to `known_to`. The first approved entry with the last approved exit of the same form; an entry that has
-- an exit goes before one without.
-- reads: assessments_assessment, instruments_instrumentversion
forms AS MATERIALIZED (
    SELECT units.unit, form.id, form.point, form.instrument_code, form."on", form.weak, form.sections_weak,
           form.weak_by_section, form.rated, form.applicable, form.ratings, form.assessor_id,
           form.ratings IS NOT NULL AND NOT form.is_total_only AS has_items,
           (version.definition -> 'scale' ->> 'weak_from')::smallint AS weak_from,
           version.definition ->> 'scoring' = 'sum_scores' AS sums_scores
      FROM assessments_assessment form
      JOIN units ON units.case_id = form.case_id AND form."on" <= units.known_to
      LEFT JOIN instruments_instrumentversion version ON version.id = form.version_id
     WHERE form.case_id = ANY(%(case_ids)s) AND form.status = 'approved'
       AND form.point IN ('entry', 'exit', 'follow_up')
),
last_exits AS MATERIALIZED (
    SELECT DISTINCT ON (unit, instrument_code) *
      FROM forms WHERE point = 'exit'
     ORDER BY unit, instrument_code, "on" DESC, id DESC
),
entries AS MATERIALIZED (
    SELECT DISTINCT ON (form.unit) form.*
      FROM forms form
      LEFT JOIN last_exits found USING (unit, instrument_code)
     WHERE form.point = 'entry'
     ORDER BY form.unit, found.id IS NULL, form."on", form.id
),
exits AS MATERIALIZED (
    SELECT DISTINCT ON (found.unit) found.*
      FROM last_exits found
      LEFT JOIN entries entry ON entry.unit = found.unit
     WHERE entry.id IS NULL OR entry.instrument_code = found.instrument_code
     ORDER BY found.unit, found."on" DESC, found.id DESC
),
follow_ups AS MATERIALIZED (
    SELECT DISTINCT ON (form.unit) form.unit, form.weak
      FROM forms form
      LEFT JOIN entries entry ON entry.unit = form.unit
      LEFT JOIN exits exit ON exit.unit = form.unit
     WHERE form.point = 'follow_up'
       AND form.instrument_code = COALESCE(entry.instrument_code, exit.instrument_code)
     ORDER BY form.unit, form."on" DESC, form.id DESC
),
items AS MATERIALIZED (
    SELECT entry.unit, compared.*
      FROM entries entry
      JOIN exits exit ON exit.unit = entry.unit
     CROSS JOIN LATERAL (
        SELECT COUNT(*) AS rated_both,
               SUM(CASE WHEN entry.sums_scores THEN rating.before - rating.after
                        ELSE (rating.before >= entry.weak_from)::int - (rating.after >= exit.weak_from)::int
                   END) AS change_both,
               COUNT(*) FILTER (
                   WHERE rating.before >= entry.weak_from AND rating.after < exit.weak_from
               ) AS solved,
               COUNT(*) FILTER (
                   WHERE rating.before < entry.weak_from AND rating.after >= exit.weak_from
               ) AS new
          FROM unnest(entry.ratings, exit.ratings) AS rating(before, after)
         WHERE rating.before IS NOT NULL AND rating.after IS NOT NULL
     ) compared
     WHERE entry.has_items AND exit.has_items
)
