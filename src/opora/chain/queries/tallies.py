"""How much was given and how many reached, box by box, in one question: for boxes that no indicator tells of."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from django.conf import settings
from django.db import connection

from opora.access.rules import Actor
from opora.catalogue.queries import keys_of_services
from opora.chain.queries.held import HELD, narrowed
from opora.chain.rules import OF_NO_FAMILY, trend
from opora.indicators.queries.pieces import Rows
from opora.indicators.queries.statements import Asked, base_of, reach_of
from opora.indicators.rules import MEASURES, REACHED, RECORDED, Period, before, with_months
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
# Of one family: what lies on its paths and cases.
# reads: cases_case, process_route
_RECORDED = """
SELECT 'recorded', given.kind, COUNT(*), 1
  FROM ({records}) given
 WHERE given.case_id IN (SELECT id FROM cases_case WHERE family_id = %(family)s AND voided_on IS NULL)
    OR given.route_id IN (
        SELECT route.id FROM process_route route LEFT JOIN cases_case told ON told.id = route.case_id
         WHERE COALESCE(told.family_id, route.family_id) = %(family)s
           AND route.voided_on IS NULL AND told.voided_on IS NULL)
 GROUP BY given.kind
"""
_REACHED = "SELECT 'reached', concept, COUNT(*), COUNT(DISTINCT family_id) FROM ({sentence}) told GROUP BY concept"

Counted = dict[str, tuple[int, int]]
"""By code: how often, and for how many families."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What came together at a box in a period: how often it was given or recorded, by how many families it was reached.

    Of an assumption it is for how many it did not hold. `of` are the families in work in that time; `earlier` is what
    came together in as many days right before, where that is known.
    """

    kind: str
    times: int
    families: int
    of: int
    earlier: int | None = None

    @property
    def value(self) -> int:
        """The families; of what belongs to the whole house, how often."""
        return self.families or (self.times if self.kind == "recorded" else 0)

    @property
    def told(self) -> int:
        """What is told first of it, and what a target speaks of: families that reached it, else how often."""
        return self.families if self.kind == "reached" else self.times

    @property
    def trend(self) -> int | None:
        """Whether it is more or less than in as many days right before."""
        return trend(self.told, self.earlier)


@dataclass(frozen=True, slots=True)
class Tallies:
    """Of services and outcomes by their code; what nobody gave or reached is none of many."""

    given: Counted
    reached: Counted
    failed: Counted
    recorded: Counted
    of: int
    # The same in as many days right before; of one family it is not asked.
    earlier: Mapping[str, Counted] = field(default_factory=dict)
    # Of one program or family nothing can be said of what the whole house did.
    is_narrowed: bool = False

    def of_services(self, codes: Collection[str]) -> Tally:
        """Several services of one box are added up; of families the largest number is told, for nobody is added up."""
        return self._added("given", self.given, codes)

    def of_records(self, kinds: Collection[str]) -> Tally | None:
        """Papers and records of several kinds, as services are; None where they belong to the whole house alone."""
        if self.is_narrowed and OF_NO_FAMILY.issuperset(kinds):
            return None
        return self._added("recorded", self.recorded, kinds)

    def of_concept(self, code: str) -> Tally:
        times, families = self.reached.get(code, (0, 0))
        earlier = self.earlier["reached"].get(code, (0, 0))[1] if "reached" in self.earlier else None
        return Tally("reached", times, families, self.of, earlier)

    def _added(self, kind: str, counted: Counted, codes: Collection[str]) -> Tally:
        found = [counted.get(code, (0, 0)) for code in codes]
        times, families = sum(one for one, _who in found), max((who for _times, who in found), default=0)
        told = self.earlier.get(kind)
        earlier = None if told is None else sum(told.get(code, (0, 0))[0] for code in codes)
        return Tally(kind, times, families, self.of, earlier)

    def of_assumption(self, code: str) -> Tally:
        """For how many families it did not hold; that nobody said so of the others is no word on them."""
        return Tally("failed", *self.failed.get(code, (0, 0)), self.of)


def asked_of_all(period: Period, programs: tuple[int, ...]) -> dict[str, Asked]:
    """What was given, reached and recorded: of days that are counted once as long as nothing changes of them (0033)."""
    if period.is_empty:
        return {}
    days = [period, before(period), *with_months(period)[1:]]
    return {
        "given": Asked(MEASURES["IND-02"], days, programs, split="service"),
        "reached": Asked(REACHED, days, programs, split="concept"),
        "recorded": Asked(RECORDED, days, programs, split="kind"),
    }


def read_tallies(
    *,
    actor: Actor,
    practice: str,
    model: str,
    services: Collection[str],
    concepts: Collection[str],
    records: Collection[str],
    period: Period,
    program_id: int | None,
    family_id: int | None,
    counts: Mapping[str, Rows],
) -> Tallies:
    """What was given, reached and recorded between two days, as far as this person may count.

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
        if records:
            parts.append(_RECORDED.format(records=base_of("records")))
            values |= {"first": period.first, "last": period.last, "zone": settings.TIME_ZONE}
    found = _counted(" UNION ALL ".join(parts), values, is_narrowed=program_id is not None or family_id is not None)
    if family_id is not None or not counts:
        return found
    keys = {str(key): code for code, key in keys_of_services(practice=practice, codes=services).items()}
    told = {
        place: {
            "given": {keys[key]: one for key, one in _by_group(counts, "given", place).items() if key in keys},
            "reached": _by_group(counts, "reached", place),
            "recorded": _by_group(counts, "recorded", place),
        }
        for place in (_NOW, _BEFORE)
    }
    now = told[_NOW]
    up_to_now = _up_to_now(actor, concepts, period, program_id, now["reached"])
    return replace(found, given=now["given"], reached=up_to_now, recorded=now["recorded"], earlier=told[_BEFORE])


_NOW, _BEFORE = 0, 1


def _by_group(counts: Mapping[str, Rows], name: str, at: int) -> Counted:
    rows = counts.get(name, {})
    return {group: (sums.yes, sums.families) for (place, group), sums in rows.items() if place == at}


def _up_to_now(
    actor: Actor,
    concepts: Collection[str],
    period: Period,
    program_id: int | None,
    kept: Counted,
) -> Counted:
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


def _counted(sentence: str, values: dict[str, Any], *, is_narrowed: bool) -> Tallies:
    found: dict[str, Counted] = {"given": {}, "reached": {}, "failed": {}, "recorded": {}}
    of = 0
    with connection.cursor() as cursor:
        cursor.execute(sentence, values)
        for kind, code, times, families in cursor.fetchall():
            if kind == "work":
                of = families
            else:
                found[kind][code] = (times, families)
    return Tallies(found["given"], found["reached"], found["failed"], found["recorded"], of, is_narrowed=is_narrowed)
