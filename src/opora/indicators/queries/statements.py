"""The statements of measures, and the one frame around them: whom the reader reaches, periods, groups, each once."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings

from opora.access.rules import Actor, Scope, departments, scope
from opora.cases.queries.visible import teams_of
from opora.indicators.policies import READ
from opora.indicators.rules import Day, Measure, Period, Shape

SQL = Path(__file__).parent.parent / "sql"

# A fact of a count is sure as soon as one says yes; of a share the newest fact of each counts, the careful one first.
_ORDER = {
    True: """"on" DESC, CASE state WHEN 'no' THEN 0 WHEN 'yes' THEN 1 ELSE 2 END""",
    False: """CASE state WHEN 'yes' THEN 0 WHEN 'no' THEN 1 ELSE 2 END, "on" DESC""",
}
_SEEN = """
WITH asked(bucket, first, last) AS (VALUES {asked}),
facts AS MATERIALIZED ({statement}),
placed AS (
    SELECT {bucket} AS bucket, {group} AS told_by, facts.subject, facts."on", facts.state, facts.amount,
           facts.case_id, facts.family_id
      FROM facts {join}
     WHERE {within}
)
"""
_COUNTED = """,
once AS (
    SELECT bucket, told_by, {newest} AS state
      FROM placed CROSS JOIN LATERAL (
        SELECT "on" - DATE '1000-01-01' AS day, CASE state {ranks} ELSE 1 END AS rank
      ) told
     GROUP BY bucket, told_by, subject
),
heads AS (
    SELECT bucket, told_by, COUNT(*) FILTER (WHERE state = {yes}) AS yes, COUNT(*) FILTER (WHERE state = {no}) AS no,
           COUNT(*) FILTER (WHERE state = 1) AS unknown
      FROM once GROUP BY bucket, told_by
),
reached AS (
    SELECT told_by, COUNT(*) AS families
      FROM (SELECT DISTINCT told_by, family_id FROM placed WHERE bucket = 0 AND family_id IS NOT NULL) each_once
     GROUP BY told_by
),
sums AS (
    SELECT bucket, told_by, COALESCE(SUM(amount) FILTER (WHERE state = 'yes'), 0) AS amount_yes,
           COALESCE(SUM(amount) FILTER (WHERE state = 'no'), 0) AS amount_no,
           COALESCE(SUM(amount) FILTER (WHERE state = 'unknown'), 0) AS amount_unknown, {middle} AS middle
      FROM placed GROUP BY bucket, told_by
)
SELECT bucket, told_by, yes, no, unknown, amount_yes, amount_no, amount_unknown, middle,
       CASE WHEN bucket = 0 THEN COALESCE(families, 0) ELSE 0 END
  FROM heads JOIN sums USING (bucket, told_by) LEFT JOIN reached USING (told_by)
 ORDER BY bucket, told_by
"""
# As numbers, so that the database groups instead of sorting: of a share the newest day first and then the careful
# state, of a count the sure state.
_SHARE_ONCE = {"newest": "MAX(day * 4 + rank) & 3", "ranks": "WHEN 'no' THEN 3 WHEN 'yes' THEN 2", "yes": 2, "no": 3}
_COUNT_ONCE = {"newest": "MAX(rank)", "ranks": "WHEN 'yes' THEN 3 WHEN 'no' THEN 2", "yes": 3, "no": 2}
_MIDDLE = "percentile_cont(0.5) WITHIN GROUP (ORDER BY amount) FILTER (WHERE state = 'yes')"
# reads: cases_case, families_person, access_department, programs_program
_BEHIND = """,
once AS (
    SELECT DISTINCT ON (subject) subject, state, "on", case_id FROM placed ORDER BY subject, {order}
),
cases AS (
    SELECT case_id, MAX("on") AS newest, COUNT(*) AS times FROM once
     WHERE state = ANY(%(states)s) AND case_id IS NOT NULL GROUP BY case_id
)
SELECT cases.case_id, told.number, person.code_letter || person.code_number, department.name, program.name,
       cases.newest, cases.times
  FROM cases
  JOIN cases_case told ON told.id = cases.case_id
  JOIN families_person person ON person.id = told.client_id
  JOIN access_department department ON department.id = told.department_id
  JOIN programs_program program ON program.id = told.program_id
 ORDER BY cases.newest DESC, cases.case_id DESC
 LIMIT %(limit)s OFFSET %(offset)s
"""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of a measure: which periods, of which programs and departments, narrowed and split how."""

    measure: Measure
    periods: Sequence[Period]
    program_ids: tuple[int, ...] = ()
    department_ids: tuple[int, ...] = ()
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    split: str = ""
    # Of one family alone; None is every family in reach.
    family_id: int | None = None


Reach = tuple[tuple[int, ...], tuple[int, ...]] | None


def reach_of(actor: Actor) -> Reach:
    """Whose cases are counted: departments and single cases; None is all of them. Who reach the same share figures."""
    reach = scope(actor, READ)
    if reach is Scope.ALL:
        return None
    own = sorted(departments(actor, READ)) if reach is Scope.DEPARTMENT else []
    return tuple(own), tuple(sorted(teams_of(actor, READ).values_list("case_id", flat=True)))


def key_of(asked: Asked, reach: Reach, mark: tuple[str, ...]) -> tuple[Hashable, ...]:
    """Everything on which what is counted depends."""
    narrowed = (asked.program_ids, asked.department_ids, asked.family_id, repr(asked.filters), asked.split)
    return (asked.measure.code, tuple(asked.periods), *narrowed, reach, mark)


@cache
def statement_of(name: str) -> str:
    """The text of a statement; a name is one of the files beside it."""
    return (SQL / f"{name}.sql").read_text(encoding="utf-8")


def counted(reach: Reach, asked: Asked, statement: str = "") -> tuple[str, dict[str, Any]]:
    """The question that counts: a row for each period and group."""
    head, values = _seen(reach, asked, statement)
    tail = _COUNTED.format(
        **(_SHARE_ONCE if asked.measure.is_share else _COUNT_ONCE),
        middle=_MIDDLE if asked.measure.shape is Shape.MEDIAN else "NULL::float8",
    )
    return head + tail, values


def behind(actor: Actor, asked: Asked, *, states: Sequence[str], limit: int, offset: int) -> tuple[str, dict[str, Any]]:
    """The question for the cases behind a figure, the newest first."""
    head, values = _seen(reach_of(actor), asked, "")
    order = _ORDER[asked.measure.is_share]
    return head + _BEHIND.format(order=order), {**values, "states": list(states), "limit": limit, "offset": offset}


def _seen(reach: Reach, asked: Asked, statement: str) -> tuple[str, dict[str, Any]]:
    measure = asked.measure
    is_state = measure.day is Day.STATE
    values: dict[str, Any] = {
        "first": min(one.first for one in asked.periods),
        "last": max(one.last for one in asked.periods),
        "as_of": max(one.as_of for one in asked.periods),
        "zone": settings.TIME_ZONE,
    }
    rows = []
    for place, one in enumerate(asked.periods):
        rows.append(f"({place}, %(first_{place})s::date, %(last_{place})s::date)")
        values |= {f"first_{place}": one.first, f"last_{place}": one.last}
    head = _SEEN.format(
        asked=", ".join(rows),
        statement=statement or statement_of(measure.statement),
        bucket="facts.bucket" if is_state else "asked.bucket",
        group=_group(asked),
        join="" if is_state else 'JOIN asked ON facts."on" BETWEEN asked.first AND asked.last',
        within=_within(reach, asked, values),
    )
    return head, values


def _group(asked: Asked) -> str:
    own = {"department": "facts.department_id::text", "program": "facts.program_id::text", "": "''"}
    if asked.split in own:
        return f"COALESCE({own[asked.split]}, '')"
    place = asked.measure.place_of(asked.split)
    if place is None:
        raise ValueError(f"{asked.measure.code} is not split by {asked.split}")
    return f"COALESCE(facts.dims[{place + 1}], '')"


def _within(reach: Reach, asked: Asked, values: dict[str, Any]) -> str:
    wanted = []
    if reach is not None:
        # What belongs to no department tells of no family: agreements, volunteers, publications.
        values |= {"own": list(reach[0]), "teams": list(reach[1])}
        wanted.append(
            "(facts.department_id IS NULL OR facts.department_id = ANY(%(own)s::bigint[])"
            " OR facts.case_id = ANY(%(teams)s::bigint[]))"
        )
    if asked.family_id is not None:
        values["family"] = asked.family_id
        wanted.append("facts.family_id = %(family)s")
    if asked.program_ids:
        values["programs"] = list(asked.program_ids)
        wanted.append("facts.program_id = ANY(%(programs)s::bigint[])")
    if asked.department_ids:
        values["departments"] = list(asked.department_ids)
        wanted.append("facts.department_id = ANY(%(departments)s::bigint[])")
    for number, (name, codes) in enumerate(asked.filters.items()):
        place = asked.measure.place_of(name)
        if place is None:
            raise ValueError(f"{asked.measure.code} is not filtered by {name}")
        values[f"filter_{number}"] = list(codes)
        wanted.append(f"COALESCE(facts.dims[{place + 1}], '') = ANY(%(filter_{number})s::text[])")
    return " AND ".join(wanted) or "TRUE"
