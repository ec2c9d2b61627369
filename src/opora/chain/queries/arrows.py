"""Arrows asked: of the families that reached the first box, how many reached the next and when (S1-101)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db import connection

from opora.access.rules import Actor
from opora.cases.queries.reach import within_reach
from opora.chain.queries.reached import days_statement, followed
from opora.chain.rules import ArrowCounts, Told, told
from opora.common.errors import NotFound
from opora.indicators import policies
from opora.indicators.queries.statements import reach_of
from opora.indicators.rules import Period
from opora.logic.queries import Published
from opora.logic.rules import Arrow

PARTS: Final = {
    "both": "first_on IS NOT NULL AND next_on >= first_on",
    "open": "first_on IS NOT NULL AND next_on IS NULL AND is_open",
    "only_first": "first_on IS NOT NULL AND next_on IS NULL AND NOT is_open",
    "earlier": "next_on < first_on",
    "without": "first_on IS NULL AND next_on IS NOT NULL",
    "neither": "first_on IS NULL AND next_on IS NULL AND NOT is_open",
}
"""Into which parts the families of an arrow fall; who reached neither and is in work says nothing yet."""

# A family belongs to a period while one of its cases is in work in it.
# reads: cases_case
_COHORT = """
cohort AS MATERIALIZED (
    SELECT told.family_id, bool_or(told.closed_on IS NULL OR told.closed_on > %(last)s) AS is_open,
           MAX(told.id) AS case_id
      FROM cases_case told
     WHERE told.voided_on IS NULL AND told.opened_on <= %(last)s
       AND (told.closed_on IS NULL OR told.closed_on >= %(since)s) {within}
     GROUP BY told.family_id
),
pairs AS (
    SELECT arrows.number, cohort.family_id, cohort.case_id, cohort.is_open, one.day AS first_on, two.day AS next_on
      FROM unnest(%(numbers)s::int[], %(starts)s::text[], %(ends)s::text[]) arrows(number, start, stop)
     CROSS JOIN cohort
      LEFT JOIN days one ON one.box = arrows.start AND one.family_id = cohort.family_id
      LEFT JOIN days two ON two.box = arrows.stop AND two.family_id = cohort.family_id
)
"""
_COUNTED = """
SELECT number, COUNT(*), COUNT(first_on), COUNT(*) FILTER (WHERE next_on >= first_on),
       COUNT(*) FILTER (WHERE next_on < first_on),
       COUNT(*) FILTER (WHERE first_on IS NOT NULL AND next_on IS NULL AND is_open),
       COUNT(*) FILTER (WHERE first_on IS NULL),
       COUNT(*) FILTER (WHERE first_on IS NULL AND next_on IS NOT NULL),
       COUNT(*) FILTER (WHERE first_on IS NULL AND next_on IS NULL AND is_open),
       percentile_cont(0.5) WITHIN GROUP (ORDER BY next_on - first_on) FILTER (WHERE next_on >= first_on)
  FROM pairs GROUP BY number ORDER BY number
"""
# reads: access_department, cases_case, families_person
_BEHIND = """
SELECT pairs.case_id, told.number, person.code_letter || person.code_number, department.name,
       pairs.first_on, pairs.next_on
  FROM pairs
  JOIN cases_case told ON told.id = pairs.case_id
  JOIN families_person person ON person.id = told.client_id
  JOIN access_department department ON department.id = told.department_id
 WHERE {part}
 ORDER BY pairs.first_on DESC NULLS LAST, pairs.next_on DESC NULLS LAST, pairs.case_id DESC
 LIMIT %(limit)s OFFSET %(offset)s
"""


@dataclass(frozen=True, slots=True)
class ArrowAnswer:
    """What an arrow says; where it can say nothing, the code of why and of which box."""

    arrow: Arrow
    told: Told | None = None
    reason: str = ""
    box: str = ""


@dataclass(frozen=True, slots=True)
class FamilyBehind:
    """A family of an arrow by its case and code, with the days on which it reached the two boxes."""

    case_id: int
    number: str
    code: str
    department: str
    first_on: date | None
    next_on: date | None

    @property
    def days(self) -> int | None:
        """From the first box to the next."""
        return None if self.first_on is None or self.next_on is None else (self.next_on - self.first_on).days


def read_arrows(
    *,
    actor: Actor,
    published: Published,
    arrows: Sequence[Arrow],
    period: Period,
    program_id: int | None = None,
) -> list[ArrowAnswer]:
    """What these arrows say of the families in work in a period, as far as this person may count. Raises Refused."""
    policies.check_can_read(actor)
    boxes = {code for one in arrows for code in one.ends}
    known, why = followed(actor, published.model, sorted(boxes))
    asked = [
        (number, one)
        for number, one in enumerate(arrows)
        if one.start in known and one.end in known and not period.is_empty
    ]
    counts: dict[int, ArrowCounts] = {}
    if asked:
        head, values = _question(actor, published, asked, period, program_id)
        with connection.cursor() as cursor:
            cursor.execute(head + _COUNTED, values)
            counts = {number: ArrowCounts(*row) for number, *row in cursor.fetchall()}
    numbers = {number for number, _one in asked}
    return [
        ArrowAnswer(one, told(counts.get(number, ArrowCounts())))
        if number in numbers
        else ArrowAnswer(one, None, *_why(one, why))
        for number, one in enumerate(arrows)
    ]


def arrow_between(published: Published, start: str, end: str) -> Arrow:
    """The arrow from one box to another; raises NotFound."""
    found = next((one for one in published.model.arrows if one.ends == (start, end)), None)
    if found is None:
        raise NotFound
    return found


def families_behind(
    *,
    actor: Actor,
    published: Published,
    arrow: Arrow,
    period: Period,
    program_id: int | None = None,
    part: str = "both",
    limit: int,
    offset: int = 0,
) -> list[FamilyBehind]:
    """The families of one part of an arrow, by codes and never by names (X-05). Raises Refused, NotFound."""
    policies.check_can_read(actor)
    known, _why_not = followed(actor, published.model, arrow.ends)
    if part not in PARTS or len(known) < len(set(arrow.ends)):
        raise NotFound
    if period.is_empty:
        return []
    head, values = _question(actor, published, [(0, arrow)], period, program_id)
    with connection.cursor() as cursor:
        cursor.execute(head + _BEHIND.format(part=PARTS[part]), {**values, "limit": limit, "offset": offset})
        return [FamilyBehind(*row) for row in cursor.fetchall()]


def _question(
    actor: Actor, published: Published, asked: Sequence[tuple[int, Arrow]], period: Period, program_id: int | None
) -> tuple[str, dict[str, Any]]:
    boxes = sorted({code for _number, one in asked for code in one.ends})
    known, _why_not = followed(actor, published.model, boxes)
    days, values = days_statement(actor=actor, practice=published.practice, boxes=list(known.values()), period=period)
    wanted = within_reach(reach_of(actor), values, department="told.department_id", case="told.id")
    if program_id is not None:
        values["program"] = program_id
        wanted.append("told.program_id = %(program)s")
    values |= {
        "since": period.first,
        "numbers": [number for number, _one in asked],
        "starts": [one.start for _number, one in asked],
        "ends": [one.end for _number, one in asked],
    }
    within = "".join(f" AND {one}" for one in wanted)
    return f"WITH {days}, {_COHORT.format(within=within).strip()}", values


def _why(arrow: Arrow, why: dict[str, str]) -> tuple[str, str]:
    """The first of its boxes that nobody can follow, and why."""
    return next(((why[code], code) for code in arrow.ends if code in why), ("no_days", ""))
