"""How much was given and how many reached, box by box, in one question: for boxes that no indicator tells of."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.db import connection

from opora.access.rules import Actor
from opora.catalogue.queries import keys_of_services
from opora.chain.queries.held import HELD, narrowed
from opora.indicators.queries.pieces import Rows
from opora.indicators.queries.statements import Asked, reach_of
from opora.indicators.rules import MEASURES, REACHED, Period, with_months
from opora.results.queries import newer_than_kept, reached_statement

_GIVEN = """
SELECT 'given' AS kind, code, COUNT(*) AS times, COUNT(DISTINCT family_id) AS families
  FROM ({held}) given
 WHERE "on" BETWEEN %(since)s AND %(until)s AND code = ANY(%(services)s::text[])
 GROUP BY code
"""
# reads: cases_case, process_route
_WORK = """
SELECT 'work', '', COUNT(*), COUNT(DISTINCT told.family_id)
  FROM cases_case told LEFT JOIN process_route route ON route.case_id = told.id
 WHERE told.voided_on IS NULL AND told.opened_on <= %(until)s
   AND (told.closed_on IS NULL OR told.closed_on >= %(since)s) {within}
"""
# Of the cases in work, those of which somebody said by then that an assumption does not hold; of all others nothing is
# known of it.
# reads: cases_case, process_route, results_failedassumption
_FAILED = """
SELECT 'failed', failed.assumption, COUNT(*), COUNT(DISTINCT told.family_id)
  FROM results_failedassumption failed
  LEFT JOIN process_route route ON route.id = failed.route_id AND route.voided_on IS NULL
  JOIN cases_case told ON told.id = COALESCE(failed.case_id, route.case_id)
 WHERE failed.model = %(model)s AND failed."on" <= %(until)s AND failed.voided_on IS NULL AND told.voided_on IS NULL
   AND told.opened_on <= %(until)s AND (told.closed_on IS NULL OR told.closed_on >= %(since)s) {within}
 GROUP BY failed.assumption
"""
_REACHED = "SELECT 'reached', concept, COUNT(*), COUNT(DISTINCT family_id) FROM ({sentence}) told GROUP BY concept"


@dataclass(frozen=True, slots=True)
class Tally:
    """What came together at a box in a period: how often it was given, or by how many families it was reached.

    Of an assumption it is for how many it did not hold. `of` are the families in work in that time.
    """

    kind: str
    times: int
    families: int
    of: int


@dataclass(frozen=True, slots=True)
class Tallies:
    """Of services and outcomes by their code; what nobody gave or reached is none of many."""

    given: dict[str, tuple[int, int]]
    reached: dict[str, tuple[int, int]]
    failed: dict[str, tuple[int, int]]
    of: int

    def of_services(self, codes: Collection[str]) -> Tally:
        """Several services of one box are added up; a family that received two is counted with each."""
        found = [self.given.get(code, (0, 0)) for code in codes]
        return Tally(
            "given", sum(times for times, _who in found), max((who for _times, who in found), default=0), self.of
        )

    def of_concept(self, code: str) -> Tally:
        times, families = self.reached.get(code, (0, 0))
        return Tally("reached", times, families, self.of)

    def of_assumption(self, code: str) -> Tally:
        """For how many families it did not hold; that nobody said so of the others is no word on them."""
        return Tally("failed", *self.failed.get(code, (0, 0)), self.of)


def asked_of_all(period: Period, programs: tuple[int, ...]) -> dict[str, Asked]:
    """What was given and reached: of days that are counted once as long as nothing changes of them (0033)."""
    if period.is_empty:
        return {}
    return {
        "given": Asked(MEASURES["IND-02"], with_months(period), programs, split="service"),
        "reached": Asked(REACHED, with_months(period), programs, split="concept"),
    }


def read_tallies(
    *,
    actor: Actor,
    practice: str,
    model: str,
    services: Collection[str],
    concepts: Collection[str],
    period: Period,
    program_id: int | None,
    family_id: int | None,
    counts: Mapping[str, Rows],
) -> Tallies:
    """What was given and reached between two days, as far as this person may count.

    Of many families it was counted before, as ``asked_of_all`` asks for it.
    """
    values: dict[str, Any] = {"model": model, "since": period.first, "until": period.last}
    within = narrowed(reach_of(actor), values, program_id=program_id, family_id=family_id)
    parts = [_WORK.format(within=within), _FAILED.format(within=within)]
    if family_id is not None:
        # Of one family it is asked now and then, and answered at once from its own records.
        values |= {"practice": practice, "services": sorted(services)}
        parts.append(_GIVEN.format(held=HELD.format(within=within)))
        if concepts:
            sentence, named = _reached_by(actor, concepts, period, program_id, family_id)
            parts.append(_REACHED.format(sentence=sentence))
            values = {**named, **values}
    found = _counted(" UNION ALL ".join(parts), values)
    if family_id is not None:
        return found
    keys = {str(key): code for code, key in keys_of_services(practice=practice, codes=services).items()}
    return replace(
        found,
        given={keys[key]: told for key, told in _by_group(counts, "given").items() if key in keys},
        reached=_up_to_now(actor, concepts, period, program_id, _by_group(counts, "reached")),
    )


def _by_group(counts: Mapping[str, Rows], name: str) -> dict[str, tuple[int, int]]:
    rows = counts.get(name, {})
    return {group: (sums.yes, sums.families) for (place, group), sums in rows.items() if not place}


def _up_to_now(
    actor: Actor,
    concepts: Collection[str],
    period: Period,
    program_id: int | None,
    kept: Mapping[str, tuple[int, int]],
) -> dict[str, tuple[int, int]]:
    """What is kept of these outcomes, and what came since of the cases that are not derived anew yet."""
    programs = () if program_id is None else (program_id,)
    newer = newer_than_kept(actor=actor, concepts=concepts, period=(period.first, period.last), program_ids=programs)
    found = {}
    for concept in concepts:
        (times, families), (more, others) = kept.get(concept, (0, 0)), newer.get(concept, (0, 0))
        found[concept] = times + more, families + others
    return found


def _reached_by(
    actor: Actor, concepts: Collection[str], period: Period, program_id: int | None, family_id: int
) -> tuple[str, dict[str, Any]]:
    return reached_statement(
        actor=actor,
        concepts=sorted(concepts),
        as_of=period.last,
        first=period.first,
        last=period.last,
        program_ids=() if program_id is None else (program_id,),
        family_id=family_id,
    )


def _counted(sentence: str, values: dict[str, Any]) -> Tallies:
    found: dict[str, dict[str, tuple[int, int]]] = {"given": {}, "reached": {}, "failed": {}}
    of = 0
    with connection.cursor() as cursor:
        cursor.execute(sentence, values)
        for kind, code, times, families in cursor.fetchall():
            if kind == "work":
                of = families
            else:
                found[kind][code] = (times, families)
    return Tallies(found["given"], found["reached"], found["failed"], of)
