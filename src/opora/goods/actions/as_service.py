"""Help with things or money is a service too: it counts as one where the practice of the family has such a service.

One record of ours is one service, named by its origin; taken back, neither counts.
"""

from collections.abc import Sequence
from datetime import date
from typing import Final

from opora.access.rules import SYSTEM, Actor
from opora.catalogue.models import Service
from opora.goods.models import Issue
from opora.process import actions as process
from opora.process.policies import is_blocked
from opora.process.queries import Place
from opora.programs.models import Program
from opora.services import actions as services
from opora.services.models import Provision

# Which services of the source documents are meant, by what was given and what was paid for. What has no service of its
# own is help with money for a stated need; whose treatment was paid is not known, so it is neither S1-47 nor S1-48.
MEANT: Final = {
    "goods": ("S1-21", "S2-23", "S3-43", "S0-52"),
    "certificate": ("S3-13", "S1-21", "S3-43", "S0-52"),
    "money": ("S1-20",),
    "courses": ("S1-18",),
    "papers": ("S1-18",),
    "rent": ("S1-23",),
    "repair": ("S1-22",),
    "housing": ("S1-24",),
    "medicine": ("S1-20",),
    "journey": ("S1-31", "S1-20"),
    "other": ("S1-20",),
}


def count_as_service(*, actor: Actor, place: Place, issue: Issue, paid_for: str = "") -> None:
    """Record the service that this help is; nothing where the practice knows none, or consent is withdrawn."""
    if place.route is not None and is_blocked(place.route):
        return
    service = _service(place, paid_for or issue.kind)
    if service is not None:
        where = {"route_id": place.route_id} if place.route_id is not None else {"case_id": place.case_id}
        origin = process.source_of(issue)
        services.give_service(actor=actor, **where, service_id=service.pk, origin=origin, on=issue.given_on)


def count_goods_as_services(*, actor: Actor, given: Sequence[tuple[Place, Issue]], on: date) -> None:
    """The same of goods given to many families on one day."""
    known: dict[int | None, Service | None] = {}
    reached = []
    for place, issue in given:
        program = _program(place)
        program_id = program.pk if program is not None else None
        if program_id not in known:
            known[program_id] = _service(place, Issue.Kind.GOODS)
        service = known[program_id]
        if service is not None and not (place.route is not None and is_blocked(place.route)):
            reached.append(services.Reached(place, service, process.source_of(issue)))
    if reached:
        services.give_alike(actor=actor, reached=reached, on=on)


def no_service_any_more(issue: Issue) -> None:
    """The act was taken back: its service counts no more either. Whether that may be done was asked for the act."""
    found = Provision.objects.filter(origin=process.source_of(issue)).first()
    if found is not None:
        services.void_service(actor=SYSTEM, provision_id=found.pk, is_undo=True, on=issue.voided_on or issue.given_on)


def _service(place: Place, what: str) -> Service | None:
    program = _program(place)
    if program is None or program.practice is None or what not in MEANT:
        return None
    known = Service.objects.filter(practice=program.practice.code, is_current=True, is_inner=False)
    by_source = {source: one for one in known for source in one.source.split(", ")}
    return next((by_source[source] for source in MEANT[what] if source in by_source), None)


def _program(place: Place) -> Program | None:
    work = place.case or place.route
    return work.program if work is not None else None
