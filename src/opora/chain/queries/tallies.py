"""How much was given and how many reached, box by box, in one question: for boxes that no indicator tells of."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.db import connection

from opora.access.rules import Actor
from opora.chain.queries.held import HELD, narrowed
from opora.indicators.queries.statements import reach_of
from opora.indicators.rules import Period
from opora.results.queries import reached_statement

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
_REACHED = "SELECT 'reached', concept, COUNT(*), COUNT(DISTINCT family_id) FROM ({sentence}) told GROUP BY concept"


@dataclass(frozen=True, slots=True)
class Tally:
    """What came together at a box in a period: how often it was given, or by how many families it was reached.

    `of` are the families in work in that time.
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


def read_tallies(
    *,
    actor: Actor,
    practice: str,
    services: Collection[str],
    concepts: Collection[str],
    period: Period,
    program_id: int | None,
    family_id: int | None,
) -> Tallies:
    """What was given and reached between two days, as far as this person may count."""
    values: dict[str, Any] = {
        "practice": practice,
        "since": period.first,
        "until": period.last,
        "services": sorted(services),
    }
    within = narrowed(reach_of(actor), values, program_id=program_id, family_id=family_id)
    parts = [_GIVEN.format(held=HELD.format(within=within)), _WORK.format(within=within)]
    if concepts:
        sentence, named = reached_statement(
            actor=actor,
            concepts=sorted(concepts),
            as_of=period.last,
            first=period.first,
            last=period.last,
            program_ids=() if program_id is None else (program_id,),
            family_id=family_id,
        )
        values = {**named, **values}
        parts.append(_REACHED.format(sentence=sentence))
    given: dict[str, tuple[int, int]] = {}
    reached: dict[str, tuple[int, int]] = {}
    of = 0
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts), values)
        for kind, code, times, families in cursor.fetchall():
            if kind == "work":
                of = families
            else:
                (given if kind == "given" else reached)[code] = (times, families)
    return Tallies(given, reached, of)
