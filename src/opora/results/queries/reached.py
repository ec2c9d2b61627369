"""Who reached an outcome, since when, and who lost it again: for figures over many families.

What is kept is read as it is; the few cases whose records changed since are derived anew in the same question.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db import connection

from opora.access.rules import Actor
from opora.cases.queries.reach import reach_of, within_reach
from opora.common.planning import ask_known
from opora.results import policies
from opora.results.models import ResultDue
from opora.results.queries.statements import derivation, values_for

READ: Final = "outcomes.read"
# A word nobody said is no result: what only seems so is left out.
# reads: cases_case
_REACHED = """
marks AS (
    SELECT mark.concept, mark.case_id, mark.person_id, mark.since, mark.until
      FROM results_resultmark mark
     WHERE mark.kind = 'reached' AND mark.concept = ANY(%(concepts)s::text[]) AND mark.since <= %(as_of)s
       {but_due} {live}
)
SELECT mark.concept, mark.case_id, told.family_id, mark.person_id, told.program_id, told.department_id,
       MIN(mark.since) AS reached_on,
       CASE WHEN bool_and(COALESCE(mark.until <= %(as_of)s, FALSE)) THEN MAX(mark.until) END AS lost_on
  FROM marks mark
  JOIN cases_case told ON told.id = mark.case_id AND told.voided_on IS NULL
 WHERE {within}
 GROUP BY mark.concept, mark.case_id, told.family_id, mark.person_id, told.program_id, told.department_id
HAVING MIN(mark.since) BETWEEN %(first)s AND %(last)s
"""
_LIVE = """
    UNION ALL
    SELECT concept, case_id, person_id, since, until FROM derived
     WHERE kind = 'reached' AND concept = ANY(%(concepts)s::text[]) AND since <= %(as_of)s
"""

# How many more, and how many more families, than is kept: of the families alone whose records changed since.
# reads: cases_case
_NEWER = """
SELECT concept, SUM(times)::int, SUM(families)::int FROM (
    SELECT concept, COUNT(*) AS times, COUNT(DISTINCT family_id) AS families FROM ({now}) now GROUP BY concept
     UNION ALL
    SELECT concept, -COUNT(*), -COUNT(DISTINCT family_id) FROM ({kept}) kept GROUP BY concept
) told GROUP BY concept
"""
_OF_DUE = "told.family_id IN (SELECT family_id FROM cases_case WHERE id = ANY(%(cases)s::bigint[]))"
# Said of the marks too, or all that were ever kept are gone through.
_MARKS_OF_DUE = """AND mark.case_id IN (
    SELECT id FROM cases_case
     WHERE family_id IN (SELECT family_id FROM cases_case WHERE id = ANY(%(cases)s::bigint[]))
)"""
_BUT_DUE = "AND mark.case_id <> ALL(%(cases)s::bigint[])"


@dataclass(frozen=True, slots=True)
class Reached:
    """A case, or one person of it, that reached an outcome: the first day, and the day it was lost again, if it was."""

    concept: str
    case_id: int
    family_id: int
    person_id: int | None
    program_id: int
    department_id: int
    reached_on: date
    lost_on: date | None


def reached(
    *,
    actor: Actor,
    concepts: Collection[str],
    as_of: date,
    first: date = date.min,
    last: date = date.max,
    program_ids: Collection[int] = (),
    department_ids: Collection[int] = (),
    family_id: int | None = None,
    ability: str = READ,
) -> list[Reached]:
    """Who, of those this person's ability reaches, first reached these outcomes between two days, as known of a day."""
    sentence, values = reached_statement(
        actor=actor,
        concepts=concepts,
        as_of=as_of,
        first=first,
        last=last,
        program_ids=program_ids,
        department_ids=department_ids,
        family_id=family_id,
        ability=ability,
    )
    with connection.cursor() as cursor:
        cursor.execute(f"{sentence} ORDER BY reached_on, case_id, concept", values)
        return [Reached(*row) for row in cursor.fetchall()]


def reached_statement(
    *,
    actor: Actor,
    concepts: Collection[str],
    as_of: date,
    first: date = date.min,
    last: date = date.max,
    program_ids: Collection[int] = (),
    department_ids: Collection[int] = (),
    family_id: int | None = None,
    ability: str = READ,
) -> tuple[str, dict[str, Any]]:
    """The question itself, to be counted inside a larger one: columns as of ``Reached``, values by name.

    An outcome about somebody's health is asked only for those who may read of health everywhere they reach.
    """
    asked = sorted(set(concepts) - untold(actor=actor, ability=ability))
    due = due_cases()
    values: dict[str, Any] = {"concepts": asked, "as_of": as_of, "first": first, "last": last, "cases": due}
    reach = reach_of(actor, ability)
    within = within_reach(reach, values, department="told.department_id", case="told.id")
    for name, ids in (("program", program_ids), ("department", department_ids)):
        if ids:
            values[f"{name}_ids"] = list(ids)
            within.append(f"told.{name}_id = ANY(%({name}_ids)s::bigint[])")
    if family_id is not None:
        values["family"] = family_id
        within.append("told.family_id = %(family)s")
    # Words of our own; whatever people typed travels in the values.
    body = _REACHED.format(but_due=_BUT_DUE, live=_LIVE if due else "", within=" AND ".join(within) or "TRUE")
    if not due:
        return f"WITH {body.lstrip()}", values
    return f"{derivation()}, {body.lstrip()}", {**values_for(due), **values}


def newer_than_kept(
    *, actor: Actor, concepts: Collection[str], period: tuple[date, date], program_ids: Collection[int] = ()
) -> dict[str, tuple[int, int]]:
    """What is to be added to counts of kept results, by outcome: how many, and how many families.

    Nearly always few cases or none changed since results were kept, and whatever else was counted of kept ones holds.
    """
    due = due_cases()
    if not due:
        return {}
    first, last = period
    values: dict[str, Any] = {
        "concepts": sorted(set(concepts) - untold(actor=actor)),
        "as_of": last,
        "first": first,
        "last": last,
        **values_for(due),
    }
    within = [_OF_DUE, *within_reach(reach_of(actor, READ), values, department="told.department_id", case="told.id")]
    if program_ids:
        values["program_ids"] = list(program_ids)
        within.append("told.program_id = ANY(%(program_ids)s::bigint[])")
    now, kept = (
        f"WITH {_REACHED.format(but_due=but_due, live=live, within=' AND '.join(within)).lstrip()}"
        for but_due, live in ((f"{_MARKS_OF_DUE} {_BUT_DUE}", _LIVE), (_MARKS_OF_DUE, ""))
    )
    told = ask_known(derivation() + _NEWER.format(now=now, kept=kept), values)
    return {concept: (times, families) for concept, times, families in told}


def untold(*, actor: Actor, ability: str = READ) -> frozenset[str]:
    """The outcomes of which no figure over many families tells this person."""
    return policies.untold(actor, ability)


def how_many_due() -> int:
    """Of how many cases the results are still to be kept."""
    return ResultDue.objects.values("case_id").distinct().count()


def due_cases() -> list[int]:
    """Whose records changed since their results were kept."""
    return list(ResultDue.objects.order_by("case_id").values_list("case_id", flat=True).distinct())
