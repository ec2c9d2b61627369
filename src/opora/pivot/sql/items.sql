-- Items of the forms of closed cases. An item is known by its form and its place, which no version of the form gives
-- to another one. Each version is looked into once: read beside every rating, it would be unpacked millions of times.
-- reads: cases_case, evidence_casefact, instruments_instrument, instruments_instrumentversion
WITH forms AS MATERIALIZED (
    SELECT version.id, (version.definition -> 'scale' ->> 'weak_from')::smallint AS weak_from
      FROM instruments_instrumentversion version
),
parts AS MATERIALIZED (
    SELECT version.id AS version_id, (item ->> 'position')::int + 1 AS place,
           form.code || ':' || ((item ->> 'position')::int + 1) AS item, form.code || ':' || (section ->> 'code') AS section
      FROM instruments_instrumentversion version
      JOIN instruments_instrument form ON form.id = version.instrument_id
     CROSS JOIN LATERAL jsonb_array_elements(version.definition -> 'sections') section
     CROSS JOIN LATERAL jsonb_array_elements(section -> 'items') item
)
SELECT fact.case_id * 1000 + rating.place AS record, NULL::bigint AS person_id, told.family_id, told.id AS case_id,
       NULL::bigint AS route_id, told.department_id, told.program_id, fact.closed_on AS "on",
       {state} AS state, NULL::numeric AS amount,
       parts.section AS own_section, parts.item AS own_item
  FROM evidence_casefact fact
  JOIN cases_case told ON told.id = fact.case_id
  {forms}
  LEFT JOIN parts ON parts.version_id = form.id AND parts.place = rating.place
 WHERE fact.closed_on BETWEEN %(first)s AND %(last)s AND NOT fact.is_palliative AND {asked}
