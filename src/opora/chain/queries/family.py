"""A model for one family: services it received, outcomes aimed at, reached, lost again or not known (S1-100)."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db import connection

from opora.access.rules import Actor
from opora.chain.queries.reached import EARLIEST, days_statement, followed
from opora.chain.rules import recorded_of
from opora.indicators.queries.statements import base_of
from opora.indicators.rules import Period
from opora.logic.queries import Published, models_in_force
from opora.logic.rules import LogicModel, Node
from opora.process.queries import Place
from opora.results.queries import FailedAssumption, FamilyResult, FamilyResults, failures_at


@dataclass(frozen=True, slots=True)
class FamilyBox:
    """A box as it stands for one family.

    `state` is reached, lost, waiting (somebody has to say), aimed, given, recorded, or empty: nothing is known of it.
    `source` names the record that shows it; of services `times` says how often, up to `last`.
    """

    node: Node
    state: str = ""
    on: date | None = None
    source: str = ""
    times: int = 0
    last: date | None = None
    results: tuple[FamilyResult, ...] = ()


@dataclass(frozen=True, slots=True)
class FamilyChain:
    """A model as it stands for one family, and the other models it may be looked at by."""

    published: Published
    place: Place
    boxes: tuple[FamilyBox, ...]
    others: tuple[Published, ...]
    # By assumption what was said last; of one that is not there it is not known whether it holds.
    failed: Mapping[str, FailedAssumption]

    @property
    def model(self) -> LogicModel:
        return self.published.model


def read_family_chain(*, actor: Actor, code: str, found: FamilyResults, on: date) -> FamilyChain | None:
    """The model for the family whose results were just read for this person; None where no model is in force.

    Without a code it is a model of the program of its case, else the first there is.
    """
    models = models_in_force()
    published = next((one for one in models if one.code == code), None) if code else _own(models, found.place)
    if published is None:
        return None
    results: dict[str, list[FamilyResult]] = defaultdict(list)
    for one in found.results:
        results[one.concept.code].append(one)
    given = _given(found.place, published.practice)
    days = {**_days(actor, published, found.place, on), **_recorded(published.model, found.place, on)}
    boxes = tuple(_box(published.model, node, results, given, days) for node in published.model.nodes)
    failed = failures_at(actor=actor, place=found.place, model=published.code)
    return FamilyChain(published, found.place, boxes, tuple(models), failed)


def _own(models: Sequence[Published], place: Place) -> Published | None:
    program = place.case.program.code if place.case is not None else ""
    return next((one for one in models if program in one.programs), next(iter(models), None))


def _box(
    model: LogicModel,
    node: Node,
    results: dict[str, list[FamilyResult]],
    given: dict[str, tuple[int, date, date]],
    days: dict[str, date],
) -> FamilyBox:
    concept, evidence = model.concept_of(node), model.evidence_of(node)
    told = results.get(concept.code, []) if concept is not None else []
    if told:
        return _by_results(node, told)
    received = [given[code] for code in evidence.services if code in given]
    if received and concept is None:
        first, last = min(one[1] for one in received), max(one[2] for one in received)
        return FamilyBox(node, "given", first, "services.provision", sum(one[0] for one in received), last)
    if node.code in days:
        return FamilyBox(node, "recorded", days[node.code])
    return FamilyBox(node)


# reads: catalogue_service, services_provision
_GIVEN = """
SELECT service.code, COUNT(*), MIN(given."on"), MAX(given."on")
  FROM services_provision given
  JOIN catalogue_service service ON service.id = given.service_id AND service.practice = %(practice)s
 WHERE given.state = 'held' AND given.voided_on IS NULL
   AND (given.case_id = %(case)s::bigint OR given.route_id = %(route)s::bigint)
 GROUP BY service.code
"""
# reads: process_route
_RECORDED = """
SELECT given.kind, MIN(given."on")
  FROM ({records}) given
 WHERE given.case_id = %(case)s::bigint OR given.route_id = %(route)s::bigint
    OR given.route_id IN (SELECT id FROM process_route WHERE case_id = %(case)s::bigint AND voided_on IS NULL)
 GROUP BY given.kind
"""
_FIRST_DAYS = "WITH {days} SELECT box, day FROM days"
_FIRST = ("reached", "lost", "waiting", "aimed")


def _by_results(node: Node, told: list[FamilyResult]) -> FamilyBox:
    """Of several people of a family the box says what is best known; each of them stands below it."""
    ordered = sorted(told, key=lambda one: _FIRST.index(_state(one)) if _state(one) in _FIRST else len(_FIRST))
    first = ordered[0]
    state, source = _state(first), ""
    if first.last is not None and state in ("reached", "lost"):
        source = first.last.until_by if state == "lost" else first.last.since_by
    elif state == "waiting" and first.suggestion is not None:
        source = first.suggestion.source
    elif first.aim is not None:
        source = first.aim.source
    on = first.suggestion.on if state == "waiting" and first.suggestion is not None else first.on
    return FamilyBox(node, state, on, source, results=tuple(ordered))


def _state(one: FamilyResult) -> str:
    if one.state in ("reached", "lost"):
        return one.state
    return "waiting" if one.suggestion is not None else one.state


def _given(place: Place, practice: str) -> dict[str, tuple[int, date, date]]:
    """Of each service the family received: how often, first and last."""
    with connection.cursor() as cursor:
        cursor.execute(_GIVEN, {"case": place.case_id, "route": place.route_id, "practice": practice})
        return {code: (times, first, last) for code, times, first, last in cursor.fetchall()}


def _days(actor: Actor, published: Published, place: Place, on: date) -> dict[str, date]:
    """When the family first stands in the records by which an indicator tells of a box."""
    known, _why = followed(actor, published.model)
    boxes = [one for one in known.values() if one.indicator is not None]
    if not boxes or place.family_id is None:
        return {}
    head, values = days_statement(
        actor=actor, practice=published.practice, boxes=boxes, period=Period(on, on, on), family_id=place.family_id
    )
    with connection.cursor() as cursor:
        cursor.execute(_FIRST_DAYS.format(days=head), values)
        return dict(cursor.fetchall())


def _recorded(model: LogicModel, place: Place, on: date) -> dict[str, date]:
    """Since when the papers and records lie with the family by which a box is counted."""
    named = {node.code: kinds for node in model.nodes if (kinds := recorded_of(model, node))}
    if not named:
        return {}
    values = {"case": place.case_id, "route": place.route_id, "first": EARLIEST, "last": on, "zone": settings.TIME_ZONE}
    with connection.cursor() as cursor:
        cursor.execute(_RECORDED.format(records=base_of("records")), values)
        known: dict[str, date] = dict(cursor.fetchall())
    found = {code: [known[kind] for kind in kinds if kind in known] for code, kinds in named.items()}
    return {code: min(days) for code, days in found.items() if days}
