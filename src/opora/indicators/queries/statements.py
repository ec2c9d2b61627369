"""The statements of measures: whom the reader reaches, how they are narrowed and told apart, the cases behind them."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings

from opora.access.rules import Actor, Scope, departments, scope
from opora.cases.queries.visible import teams_of
from opora.indicators.policies import READ
from opora.indicators.rules import Measure, Period

SQL = Path(__file__).parent.parent / "sql"

# A fact of a count is sure as soon as one says yes; of a share the newest fact of each counts, the careful one first.
_ORDER = {
    True: """"on" DESC, CASE state WHEN 'no' THEN 0 WHEN 'yes' THEN 1 ELSE 2 END""",
    False: """CASE state WHEN 'yes' THEN 0 WHEN 'no' THEN 1 ELSE 2 END, "on" DESC""",
}
_SEEN = """
WITH {bases}asked(bucket, first, last) AS (VALUES (0, %(first)s::date, %(last)s::date)),
placed AS (SELECT facts.* FROM ({statement}) facts WHERE {within})
"""
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
_EACH = """
SELECT DISTINCT ON (subject) subject, state, family_id, program_id, department_id, "on",
       SUM(amount) FILTER (WHERE state = 'yes') OVER (PARTITION BY subject), dims
  FROM placed ORDER BY subject, {order}
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


def narrowed_by(asked: Asked) -> tuple[Hashable, ...]:
    """What was chosen, beside the days."""
    return (asked.program_ids, asked.department_ids, asked.family_id, repr(asked.filters), asked.split)


@cache
def statement_of(name: str) -> str:
    """The text of a statement; a name is one of the files beside it."""
    return (SQL / f"{name}.sql").read_text(encoding="utf-8")


@cache
def base_of(name: str) -> str:
    """The rows that several statements read: joined once for all of them."""
    return (SQL / "bases" / f"{name}.sql").read_text(encoding="utf-8")


def behind(actor: Actor, asked: Asked, *, states: Sequence[str], limit: int, offset: int) -> tuple[str, dict[str, Any]]:
    """The question for the cases behind a figure of one period, the newest first."""
    head, values = _seen(actor, asked)
    order = _ORDER[asked.measure.is_share]
    return head + _BEHIND.format(order=order), {**values, "states": list(states), "limit": limit, "offset": offset}


def each_once(actor: Actor, asked: Asked) -> tuple[str, dict[str, Any]]:
    """The question for everyone whom a figure of one period counts, each by the fact that counts."""
    head, values = _seen(actor, asked)
    return head + _EACH.format(order=_ORDER[asked.measure.is_share]), values


def _seen(actor: Actor, asked: Asked) -> tuple[str, dict[str, Any]]:
    (period,) = asked.periods
    values = days_of([period])
    head = _SEEN.format(
        bases="".join(f"{one} AS ({base_of(one)}), " for one in asked.measure.base),
        statement=statement_of(asked.measure.detail or asked.measure.statement),
        within=within(reach_of(actor), asked, values),
    )
    return head, values


def days_of(periods: Sequence[Period]) -> dict[str, Any]:
    """The days a statement may ask for."""
    return {
        "first": min(one.first for one in periods),
        "last": max(one.last for one in periods),
        "as_of": max(one.as_of for one in periods),
        "zone": settings.TIME_ZONE,
    }


def group_of(asked: Asked) -> str:
    """What the groups of a split are told apart by."""
    own = {"department": "facts.department_id::text", "program": "facts.program_id::text", "": "''"}
    if asked.split in own:
        return f"COALESCE({own[asked.split]}, '')"
    place = asked.measure.place_of(asked.split)
    if place is None:
        raise ValueError(f"{asked.measure.code} is not split by {asked.split}")
    return f"COALESCE(facts.dims[{place + 1}], '')"


def within(reach: Reach, asked: Asked, values: dict[str, Any], prefix: str = "") -> str:
    """Which facts count; what people chose travels in the values, under names that begin with the prefix."""
    wanted = []
    if reach is not None:
        # What belongs to no department tells of no family: agreements, volunteers, publications.
        values |= {"own": list(reach[0]), "teams": list(reach[1])}
        wanted.append(
            "(facts.department_id IS NULL OR facts.department_id = ANY(%(own)s::bigint[])"
            " OR facts.case_id = ANY(%(teams)s::bigint[]))"
        )
    for column, name, ids in (
        ("program_id", "programs", asked.program_ids),
        ("department_id", "departments", asked.department_ids),
        ("family_id", "families", () if asked.family_id is None else (asked.family_id,)),
    ):
        if ids:
            values[prefix + name] = list(ids)
            wanted.append(f"facts.{column} = ANY(%({prefix}{name})s::bigint[])")
    for number, (name, codes) in enumerate(asked.filters.items()):
        place = asked.measure.place_of(name)
        if place is None:
            raise ValueError(f"{asked.measure.code} is not filtered by {name}")
        values[f"{prefix}filter_{number}"] = list(codes)
        wanted.append(f"COALESCE(facts.dims[{place + 1}], '') = ANY(%({prefix}filter_{number})s::text[])")
    return " AND ".join(wanted) or "TRUE"
