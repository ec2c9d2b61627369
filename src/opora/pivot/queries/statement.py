"""One statement for a whole table: cells, rows, columns and everything together, each thing counted once."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from django.conf import settings

from opora.access.rules import SYSTEM, Actor
from opora.cases.queries.reach import Reach, within_reach
from opora.indicators.queries.statements import BY_CODES
from opora.pivot.queries.columns import Column, column_of, joined
from opora.pivot.rules import Definition, Key, Kind, Period, Subject
from opora.results.queries import nameable, reached_statement
from opora.results.rules import RESTRICTED

SQL = Path(__file__).parent.parent / "sql"
_WORKED: Final = {
    "opened": ("told.opened_on", "told.opened_on BETWEEN %(first)s AND %(last)s"),
    "closed": ("told.closed_on", "told.closed_on BETWEEN %(first)s AND %(last)s"),
    "in_work": (
        "LEAST(COALESCE(told.closed_on, %(last)s::date), %(last)s::date)",
        "told.opened_on <= %(last)s AND (told.closed_on IS NULL OR told.closed_on >= %(first)s)",
    ),
}
# reads: assessments_assessment
_ENTRY: Final = """JOIN assessments_assessment entry ON entry.id = fact.entry_id AND entry.ratings IS NOT NULL
  JOIN forms form ON form.id = entry.version_id"""
_EXIT: Final = """JOIN assessments_assessment exit ON exit.id = fact.exit_id AND exit.ratings IS NOT NULL
  JOIN forms form ON form.id = exit.version_id"""
_ONE: Final = " CROSS JOIN LATERAL unnest({of}.ratings) WITH ORDINALITY AS rating(level, place)"
_BOTH: Final = """
  JOIN assessments_assessment exit ON exit.id = fact.exit_id AND exit.ratings IS NOT NULL
 CROSS JOIN LATERAL unnest(entry.ratings, exit.ratings) WITH ORDINALITY AS rating(level, later, place)"""
_IS_WEAK: Final = """CASE WHEN rating.{at} IS NULL THEN 'unknown' WHEN rating.{at} >= form.weak_from THEN '{weak}'
       ELSE '{strong}' END"""
_ITEMS: Final = {
    "weak_entry": (_IS_WEAK.format(at="level", weak="yes", strong="no"), _ENTRY + _ONE.format(of="entry"), "TRUE"),
    "weak_exit": (_IS_WEAK.format(at="level", weak="yes", strong="no"), _EXIT + _ONE.format(of="exit"), "TRUE"),
    "solved": (
        _IS_WEAK.format(at="later", weak="no", strong="yes"),
        _ENTRY + _BOTH,
        "rating.level >= form.weak_from",
    ),
    "new": (_IS_WEAK.format(at="later", weak="yes", strong="no"), _ENTRY + _BOTH, "rating.level < form.weak_from"),
}
# A record of a family that nobody has named yet stands for itself, below nought, and is no family.
_THINGS: Final = {
    Kind.FAMILIES: "COALESCE(facts.family_id, -facts.record)",
    Kind.PEOPLE: "facts.person_id",
}
_PLACED: Final = """
WITH facts AS ({statement}),
placed AS (
    SELECT {thing} AS thing, {row} AS r, {column} AS c, facts.state, facts.amount, facts."on", facts.case_id
      FROM facts {joins}
     WHERE {within}
)
"""
# Whoever stands in several cells is counted in each, and once in each whole; counted so by hashing, never by sorting.
_COUNTED: Final = """,
each AS (
    SELECT GROUPING(r) AS every_row, GROUPING(c) AS every_column, r, c, thing, {rank} AS rank, MAX(amount) AS amount
      FROM placed
     GROUP BY GROUPING SETS ({sets})
)
SELECT every_row, every_column, r, c,
       COUNT(*) FILTER (WHERE rank = {yes} AND thing >= 0), COUNT(*) FILTER (WHERE rank = {no} AND thing >= 0),
       COUNT(*) FILTER (WHERE rank = 1 AND thing >= 0), COALESCE(SUM(amount), 0), COUNT(amount), {middle},
       COUNT(*) FILTER (WHERE thing < 0)
  FROM each
 GROUP BY every_row, every_column, r, c
"""
# Where each record stands in one row and one column, it need not be told from others: there are millions of ratings.
_PLAIN: Final = """
SELECT {every_row}, {every_column}, {r}, {c}, COUNT(*) FILTER (WHERE state = 'yes'),
       COUNT(*) FILTER (WHERE state = 'no'), COUNT(*) FILTER (WHERE state = 'unknown'),
       COALESCE(SUM(amount), 0), COUNT(amount), {middle}, 0
  FROM placed
 GROUP BY GROUPING SETS ({plain})
HAVING COUNT(*) > 0
"""
_PLAIN_SETS: Final = {True: "(r, c), (r), (c), ()", False: "(r), ()"}
_SETS: Final = {True: "(r, c, thing), (r, thing), (c, thing), (thing)", False: "(r, c, thing), (c, thing)"}
# Of a share the newest day of each thing tells, and on one day the careful state; of a count one yes is enough.
_SHARE: Final = {
    "rank": """MAX(("on" - DATE '1000-01-01') * 4 + CASE state WHEN 'no' THEN 3 WHEN 'yes' THEN 2 ELSE 1 END) & 3""",
    "yes": 2,
    "no": 3,
}
_COUNT: Final = {"rank": "MAX(CASE state WHEN 'yes' THEN 3 WHEN 'no' THEN 2 ELSE 1 END)", "yes": 3, "no": 2}
_MIDDLE: Final = "percentile_cont(0.5) WITHIN GROUP (ORDER BY amount)"
_BEHIND: Final = """,
cases AS (
    SELECT case_id, MAX("on") AS newest, COUNT(DISTINCT thing) AS times FROM placed
     WHERE state = ANY(%(states)s) AND case_id IS NOT NULL {here} GROUP BY case_id
)
"""
_WITHOUT: Final = "SELECT COUNT(DISTINCT thing) FROM placed WHERE state = ANY(%(states)s) AND case_id IS NULL {here}"


@dataclass(frozen=True, slots=True)
class Asked:
    """A definition with the days it means, for readers of a certain reach."""

    definition: Definition
    period: Period
    reach: Reach
    actor: Actor = SYSTEM
    tells_health: bool = True


def counted(asked: Asked) -> tuple[str, dict[str, Any]]:
    """The question that counts: a row for each cell, each row, each column and the whole."""
    one = asked.definition
    middle = _MIDDLE if one.figure is Kind.MEDIAN else "NULL::float8"
    parts = _plainly(one)
    if not parts:
        head, values = _placed(asked)
        told = _SHARE if one.figure is Kind.SHARE else _COUNT
        return head + _COUNTED.format(**told, sets=_SETS[bool(one.columns)], middle=middle), values
    sentences, values = [], {}
    for rows, columns, plain in parts:
        head, more = _placed(asked, rows, columns)
        told = {"r": "r", "every_row": "GROUPING(r)"} if rows else {"r": "''", "every_row": "1"}
        told |= {"c": "c", "every_column": "GROUPING(c)"} if columns else {"c": "''", "every_column": "1"}
        sentences.append(f"({head}{_PLAIN.format(**told, middle=middle, plain=plain)})")
        values |= more
    return " UNION ALL ".join(sentences), values


def _plainly(one: Definition) -> list[tuple[str, str, str]]:
    """How records are counted without being told from each other: by which rows and columns, into which sets.

    That is so where each stands in one row and one column; and where it stands in several of one of them, but once in
    each, the other one and the whole are counted beside. Nothing where records must be told apart.
    """
    if one.figure in _THINGS or (one.figure is Kind.SHARE and one.about.once_person):
        return []
    known = one.known
    several = {code for code in (one.rows, one.columns, *one.filters) if code and known[code].several}
    if not several:
        return [(one.rows, one.columns, _PLAIN_SETS[bool(one.columns)])]
    (first, *others) = several
    if others or first in one.filters or not column_of(known[first], frozenset()).each_once:
        return []
    if not one.columns:
        return [(one.rows, "", "(r)"), ("", "", "()")]
    if first == one.rows:
        return [(one.rows, one.columns, "(r, c), (r)"), ("", one.columns, "(c), ()")]
    return [(one.rows, one.columns, "(r, c), (c)"), (one.rows, "", "(r), ()")]


def behind(asked: Asked, key: Key, *, states: list[str], limit: int, offset: int) -> tuple[str, dict[str, Any]]:
    """The question for the cases behind a cell, the newest first."""
    head, here, values = _at(asked, key, states)
    return head + _BEHIND.format(here=here) + BY_CODES, {**values, "limit": limit, "offset": offset}


def without_case(asked: Asked, key: Key, *, states: list[str]) -> tuple[str, dict[str, Any]]:
    """The question how much of a cell belongs to no case: help and signals before one was opened."""
    head, here, values = _at(asked, key, states)
    return head + _WITHOUT.format(here=here), values


def _at(asked: Asked, key: Key, states: list[str]) -> tuple[str, str, dict[str, Any]]:
    head, values = _placed(asked)
    here = ""
    for name, code in zip(("r", "c"), key, strict=True):
        if code is not None:
            here += f" AND {name} = %(at_{name})s"
            values[f"at_{name}"] = code
    return head, here, values | {"states": states}


def _placed(asked: Asked, rows: str | None = None, columns_by: str | None = None) -> tuple[str, dict[str, Any]]:
    """The facts, each where it stands in rows and columns: those of the table, or others."""
    one, period = asked.definition, asked.period
    rows, columns_by = (one.rows if rows is None else rows), (one.columns if columns_by is None else columns_by)
    subject = one.about
    values: dict[str, Any] = {
        "first": period.first,
        "last": period.last,
        "as_of": period.as_of,
        "zone": settings.TIME_ZONE,
    }
    known, is_narrowed = one.known, asked.reach is not None
    own = frozenset(dimension.code for dimension in subject.own)
    columns = {
        code: column_of(known[code], own, is_narrowed=is_narrowed) for code in {rows, columns_by, *one.filters} if code
    }
    head = _PLACED.format(
        statement=_results(asked, values) if subject.statement == "results" else _statement(subject, one.by_day),
        thing=_THINGS.get(one.figure) or ("facts.person_id" if subject.once_person else "facts.record"),
        row=_group(columns, rows),
        column=_group(columns, columns_by),
        joins=joined(list(columns.values())),
        within=_within(asked, columns, values),
    )
    return head, values


def _group(columns: Mapping[str, Column], code: str) -> str:
    return f"COALESCE({columns[code].reads}, '')" if code else "''"


def told_results(actor: Actor, tells_health: bool = True) -> list[str]:
    """The results this person may be told of."""
    return [code for code, _title in nameable(actor=actor) if tells_health or code not in RESTRICTED]


def _results(asked: Asked, values: dict[str, Any]) -> str:
    """Results as their room tells them to this reader, of whom it knows whether health is his or her business."""
    period = asked.period
    sentence, more = reached_statement(
        actor=asked.actor,
        concepts=told_results(asked.actor, asked.tells_health),
        as_of=period.as_of,
        first=period.first,
        last=period.last,
    )
    values |= more
    return _text("results").replace("{reached}", sentence)


def _statement(subject: Subject, day: str) -> str:
    text = _text(subject.statement)
    if subject.statement == "items":
        state, forms, asked = _ITEMS[subject.part]
        return text.replace("{state}", state).replace("{forms}", forms).replace("{asked}", asked)
    if day in _WORKED:
        on, in_period = _WORKED[day]
        return text.replace("{on}", on).replace("{in_period}", in_period)
    return text


@cache
def _text(name: str) -> str:
    return (SQL / f"{name}.sql").read_text(encoding="utf-8")


def _within(asked: Asked, columns: Mapping[str, Column], values: dict[str, Any]) -> str:
    one = asked.definition
    wanted = within_reach(asked.reach, values, department="facts.department_id", case="facts.case_id")
    if one.programs:
        values["programs"] = list(one.programs)
        wanted.append("facts.program_id = ANY(%(programs)s::bigint[])")
    if one.departments:
        values["departments"] = list(one.departments)
        wanted.append("facts.department_id = ANY(%(departments)s::bigint[])")
    for number, (name, codes) in enumerate(sorted(one.filters.items())):
        values[f"only_{number}"] = list(codes)
        wanted.append(f"COALESCE({columns[name].reads}, '') = ANY(%(only_{number})s::text[])")
    return " AND ".join(wanted) or "TRUE"
