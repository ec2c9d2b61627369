"""Three tables with nothing but SQL, as somebody who knows the records would write it: what ours are held against."""

from datetime import date
from typing import Any, Final

from django.db import connection

from opora.access.rules import SYSTEM
from opora.bench.measure import processor_time
from opora.pivot.queries import reading
from opora.pivot.rules import ALL, Definition, days_of

ROUNDS: Final = 3
TABLES: Final = {
    "table of services": Definition("services", "direction", "month"),
    "table of cases": Definition("cases", "reason", "received_direction", day="closed", period="ever"),
    "table of items": Definition("items_weak_entry", "item", "program", kind="share", period="ever"),
}
"""The same as `pages.toml` asks for."""
# reads: assessments_assessment, cases_case, cases_closing, catalogue_service, evidence_casefact, instruments_instrument
# reads: instruments_instrumentversion, process_route, services_provision
BARE: Final = {
    "table of services": """
SELECT GROUPING(direction), GROUPING(month), direction, month, COUNT(*), 0
  FROM (
    SELECT service.direction_id::text AS direction, to_char(given."on", 'YYYY-MM') AS month
      FROM services_provision given
      JOIN catalogue_service service ON service.id = given.service_id
      LEFT JOIN process_route route ON route.id = given.route_id
      LEFT JOIN cases_case told ON told.id = COALESCE(given.case_id, route.case_id)
     WHERE given.state = 'held' AND given.voided_on IS NULL AND given."on" BETWEEN %(first)s AND %(last)s
       AND route.voided_on IS NULL AND told.voided_on IS NULL
  ) told
 GROUP BY GROUPING SETS ((direction, month), (direction), (month), ())
""",
    "table of cases": """
SELECT GROUPING(reason), GROUPING(direction), reason, direction, COUNT(DISTINCT family_id), 0
  FROM (
    SELECT told.family_id, COALESCE(NULLIF(closing.reason, 'not_recorded'), '') AS reason,
           COALESCE(received.direction, '') AS direction
      FROM cases_case told
      LEFT JOIN cases_closing closing ON closing.case_id = told.id AND closing.reopened_on IS NULL
      LEFT JOIN (
        SELECT DISTINCT COALESCE(given.case_id, route.case_id) AS case_id, service.direction_id::text AS direction
          FROM services_provision given
          LEFT JOIN process_route route ON route.id = given.route_id
          JOIN cases_case whose ON whose.id = COALESCE(given.case_id, route.case_id)
          JOIN catalogue_service service ON service.id = given.service_id
         WHERE given.state = 'held' AND given.voided_on IS NULL AND route.voided_on IS NULL
           AND given."on" <= LEAST(COALESCE(whose.closed_on, %(last)s), %(last)s)
      ) received ON received.case_id = told.id
     WHERE told.voided_on IS NULL AND told.closed_on BETWEEN %(first)s AND %(last)s
  ) told
 GROUP BY GROUPING SETS ((reason, direction), (reason), (direction), ())
""",
    "table of items": """
WITH forms AS MATERIALIZED (
    SELECT version.id, form.code, (version.definition -> 'scale' ->> 'weak_from')::int AS weak_from
      FROM instruments_instrumentversion version
      JOIN instruments_instrument form ON form.id = version.instrument_id
)
SELECT GROUPING(item), GROUPING(program_id), item, program_id::text, COUNT(*) FILTER (WHERE level >= weak_from),
       COUNT(*) FILTER (WHERE level < weak_from)
  FROM (
    SELECT forms.code || ':' || rating.place AS item, told.program_id, rating.level, forms.weak_from
      FROM evidence_casefact fact
      JOIN cases_case told ON told.id = fact.case_id
      JOIN assessments_assessment entry ON entry.id = fact.entry_id AND entry.ratings IS NOT NULL
      JOIN forms ON forms.id = entry.version_id
     CROSS JOIN LATERAL unnest(entry.ratings) WITH ORDINALITY AS rating(level, place)
     WHERE fact.closed_on BETWEEN %(first)s AND %(last)s AND NOT fact.is_palliative
  ) told
 GROUP BY GROUPING SETS ((item, program_id), (item), (program_id), ())
""",
}


def tables_beside_ours(on: date) -> dict[str, dict[str, float]]:
    """Of each table seconds of processor time, ours with nothing kept and the bare one, and their ratio.

    Raises RuntimeError when they tell different figures.
    """
    with connection.cursor() as cursor:
        # What others work for the database is not seen in its own processor time.
        cursor.execute("SET max_parallel_workers_per_gather = 0")
    return {name: _beside(name, on) for name in TABLES}


def _beside(name: str, on: date) -> dict[str, float]:
    pairs = []
    for _round in range(ROUNDS):
        reading._KEPT.forget()
        mine, found = processor_time(lambda: reading.read_table(actor=SYSTEM, definition=TABLES[name], as_of=on))
        plain, cells = processor_time(lambda: _bare(name, on))
        pairs.append((mine, plain))
        told = {key: (cell.yes, cell.no) for key, cell in found.cells.items() if cell.yes or cell.no}
        if told != cells:
            raise RuntimeError(f"our {name} and the bare one differ")
    ours, bare = (sum(times) / ROUNDS for times in zip(*pairs, strict=True))
    return {"ours": ours, "bare": bare, "ratio": ours / bare}


def _bare(name: str, on: date) -> dict[Any, tuple[int, int]]:
    period = days_of(TABLES[name].period, on, None, None)
    with connection.cursor() as cursor:
        cursor.execute(BARE[name], {"first": period.first, "last": period.last})
        return {
            (ALL if every_row else row, ALL if every_column else column): (yes, no)
            for every_row, every_column, row, column, yes, no in cursor.fetchall()
            if yes or no
        }
