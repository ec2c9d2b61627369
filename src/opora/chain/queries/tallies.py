"""How much was given and how many reached, box by box, in one question: for boxes that no indicator tells of."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, Final

from django.db import connection

from opora.access.rules import Actor
from opora.chain.queries.held import HELD, narrowed
from opora.indicators.queries.kept import keep, known, marks
from opora.indicators.queries.statements import reach_of
from opora.indicators.rules import Period
from opora.results.queries import reached_statement

# The rooms whose records are counted here, or say what was reached (0027).
RESTS: Final = frozenset(
    "assessments cases catalogue circumstances correspondence families goods groups instruments intake logic network"
    " papers plans process registry results services stays whose".split()
)
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
) -> Tallies:
    """What was given and reached between two days, as far as this person may count."""
    values: dict[str, Any] = {
        "practice": practice,
        "model": model,
        "since": period.first,
        "until": period.last,
        "services": sorted(services),
    }
    within = narrowed(reach_of(actor), values, program_id=program_id, family_id=family_id)
    parts = [_GIVEN.format(held=HELD.format(within=within)), _WORK.format(within=within), _FAILED.format(within=within)]
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
    sentence = " UNION ALL ".join(parts)
    # All that people chose or may see stands in the question and its values.
    key = (sentence, repr(sorted(values.items())), tuple(sorted(marks(RESTS).items())))
    found: Tallies | None = known(key)
    if found is None:
        found = _counted(sentence, values)
        # Of one family it is asked now and then, and answered at once.
        if family_id is None:
            keep(key, found)
    return found


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
