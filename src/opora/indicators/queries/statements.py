"""The statements of measures: whom the reader reaches, how they are narrowed and told apart, the cases behind them."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Final

from django.conf import settings

from opora.access.rules import Actor
from opora.cases.queries import reach as cases
from opora.details.queries import answers_known, fact_key
from opora.fields.rules import About, OwnField
from opora.indicators.policies import READ
from opora.indicators.rules import Measure, Period, of_fields

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
# Cases by their numbers and codes, the newest first: after a list of ``cases``, each with its newest day and how often.
# reads: cases_case, families_person, access_department, programs_program
BY_CODES = """
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
_BEHIND = """,
once AS (
    SELECT DISTINCT ON (subject) subject, state, "on", case_id FROM placed ORDER BY subject, {order}
),
cases AS (
    SELECT case_id, MAX("on") AS newest, COUNT(*) AS times FROM once
     WHERE state = ANY(%(states)s) AND case_id IS NOT NULL GROUP BY case_id
)
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

    @property
    def by_fields(self) -> bool:
        """Whether answers to own fields are asked for."""
        return bool(of_fields([*self.filters, self.split]))


Reach = cases.Reach


def reach_of(actor: Actor) -> Reach:
    """Whose cases are counted for this person."""
    return cases.reach_of(actor, READ)


def narrowed_by(asked: Asked) -> tuple[Hashable, ...]:
    """What was chosen, beside the days."""
    return (asked.program_ids, asked.department_ids, asked.family_id, repr(asked.filters), asked.split)


@cache
def statement_of(name: str) -> str:
    """The text of a statement; a name is one of the files beside it."""
    return (SQL / f"{name}.sql").read_text(encoding="utf-8")


def facts_of(asked: Asked) -> str:
    """The statement of the facts of a measure, with all groups only where its own groups are asked for."""
    measure = asked.measure
    # An own field is known of case and family, which the plain statement knows as well.
    named = [one for one in (*asked.filters, asked.split) if one not in of_fields([one])]
    is_detailed = measure.detail and any(measure.place_of(one) is not None for one in named)
    return statement_of(measure.detail if is_detailed else measure.statement)


@cache
def base_of(name: str) -> str:
    """The rows that several statements read: joined once for all of them."""
    return (SQL / "bases" / f"{name}.sql").read_text(encoding="utf-8")


PATHS: Final = "paths"
SCALES: Final = "scales"
MANY_DAYS: Final = 62
"""Of more days it is quicker to learn of all paths at once whose they are than of each record's path."""


def are_many(span: Sequence[Period]) -> bool:
    """Whether so many days are asked for that whatever is learned once for all of them is learned sooner."""
    return bool(span) and (max(one.last for one in span) - min(one.first for one in span)).days > MANY_DAYS


def bases_of(asked: Iterable[Asked], span: Sequence[Period]) -> list[str]:
    """The rows that these share: put together once where several ask for them.

    Whose each path is, is put together only for very many days: of few days it is looked up, path by path.
    """
    wanted = list(asked)
    is_of_many = are_many(span) and all(one.family_id is None for one in wanted)
    names = dict.fromkeys(base for one in wanted for base in one.measure.base)
    return [named_base(name, is_looked_up=name == PATHS and not is_of_many) for name in names]


def named_base(name: str, *, is_looked_up: bool = False) -> str:
    """Shared rows by their name, as a question begins with them. What a form says of its scale is read once.

    Written into whoever asks, it would be read again for each case.
    """
    kept = {True: "NOT MATERIALIZED ", False: "MATERIALIZED " if name == SCALES else ""}[is_looked_up]
    return f"{name} AS {kept}({base_of(name)})"


def behind(actor: Actor, asked: Asked, *, states: Sequence[str], limit: int, offset: int) -> tuple[str, dict[str, Any]]:
    """The question for the cases behind a figure of one period, the newest first."""
    head, values = _seen(actor, asked)
    order = _ORDER[asked.measure.is_share]
    return head + _BEHIND.format(order=order) + BY_CODES, {
        **values,
        "states": list(states),
        "limit": limit,
        "offset": offset,
    }


def each_once(actor: Actor, asked: Asked) -> tuple[str, dict[str, Any]]:
    """The question for everyone whom a figure of one period counts, each by the fact that counts."""
    head, values = _seen(actor, asked)
    return head + _EACH.format(order=_ORDER[asked.measure.is_share]), values


def _seen(actor: Actor, asked: Asked) -> tuple[str, dict[str, Any]]:
    (period,) = asked.periods
    values = days_of([period])
    head = _SEEN.format(
        bases="".join(f"{named_base(one)}, " for one in asked.measure.base),
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
    place, one = asked.measure.place_of(asked.split), asked.measure.split_named(asked.split)
    if place is None or one is None:
        raise ValueError(f"{asked.measure.code} is not split by {asked.split}")
    return "COALESCE(answered.code, '')" if one.field is not None else f"COALESCE(facts.dims[{place + 1}], '')"


def joined(reach: Reach, asked: Asked) -> str:
    """What facts are joined to, to be told apart by an own field: whoever gave several answers stands in each group."""
    one = asked.measure.split_named(asked.split)
    if one is None or one.field is None:
        return ""
    answers = answers_known(one.field, is_narrowed=reach is not None)
    return f"LEFT JOIN ({answers}) answered ON answered.about_id = {_key(one.field)}"


def within(reach: Reach, asked: Asked, values: dict[str, Any], prefix: str = "") -> str:
    """Which facts count; what people chose travels in the values, under names that begin with the prefix."""
    seen = cases.within_reach(reach, values, department="facts.department_id", case="facts.case_id")
    # What belongs to no department tells of no family: agreements, volunteers, publications.
    wanted = [f"(facts.department_id IS NULL OR {one})" for one in seen]
    for column, name, ids in (
        ("program_id", "programs", asked.program_ids),
        ("department_id", "departments", asked.department_ids),
        ("family_id", "families", () if asked.family_id is None else (asked.family_id,)),
    ):
        if ids:
            values[prefix + name] = list(ids)
            wanted.append(f"facts.{column} = ANY(%({prefix}{name})s::bigint[])")
    for number, (name, codes) in enumerate(asked.filters.items()):
        place, one = asked.measure.place_of(name), asked.measure.split_named(name)
        if place is None or one is None:
            raise ValueError(f"{asked.measure.code} is not filtered by {name}")
        values[f"{prefix}filter_{number}"] = list(codes)
        chosen = f"ANY(%({prefix}filter_{number})s::text[])"
        if one.field is not None:
            wanted.append(_answered(one.field, chosen, is_narrowed=reach is not None, with_unknown="" in codes))
        else:
            wanted.append(f"COALESCE(facts.dims[{place + 1}], '') = {chosen}")
    return " AND ".join(wanted) or "TRUE"


def _key(field: OwnField) -> str:
    """By which column a fact knows whom the answer is about: of a measure that counts people it is its subject."""
    return "facts.subject" if field.about is About.PERSON else f"facts.{fact_key(field)}"


_ABOUT_WHOM = "SELECT about_id FROM ({answers}) answered"


def _answered(field: OwnField, chosen: str, *, is_narrowed: bool, with_unknown: bool) -> str:
    """Whether one of the chosen answers was given; of whom nothing is known is with them only where that is chosen."""
    answers, key = answers_known(field, is_narrowed=is_narrowed), _key(field)
    given = _ABOUT_WHOM.format(answers=answers)
    wanted = f"{key} IN ({given} WHERE answered.code = {chosen})"
    return f"({wanted} OR ({key} IN ({given})) IS NOT TRUE)" if with_unknown else wanted
