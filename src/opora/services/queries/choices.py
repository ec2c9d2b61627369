"""What the forms of services offer to choose from."""

from dataclasses import dataclass

from opora.access.rules import Actor, can
from opora.catalogue.models import Direction, Service
from opora.catalogue.queries import services_for
from opora.common.language import said
from opora.partners.models import Partner
from opora.process.queries import Place
from opora.services.queries.finding import open_planned

MOST_PARTNERS = 300
Options = tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class ServiceOffer:
    """Services in groups (what is planned first, then by direction, for two may be called alike), and partners."""

    groups: tuple[tuple[str, Options], ...]
    partners: Options = ()
    planned: Options = ()


def offer_for(*, actor: Actor, program_id: int | None, place: Place | None = None) -> ServiceOffer:
    """What may be given to a family of a program; its own practice stands first, and what is planned for it above."""
    groups: dict[str, list[tuple[int, str]]] = {}
    for one in services_for(program_id=program_id or 0):
        groups.setdefault(said(one.direction.title), []).append((one.pk, said(one.title)))
    planned = tuple((one.service_id, said(one.service.title)) for one in open_planned(place)) if place else ()
    return ServiceOffer(
        tuple((title, tuple(services)) for title, services in groups.items()),
        partners=_partners(actor),
        planned=tuple(dict(planned).items()),
    )


def offer_at(*, actor: Actor, place: Place) -> ServiceOffer:
    """The same at a place: the program of its case, or of its path."""
    work = place.case or place.route
    return offer_for(actor=actor, program_id=work.program_id if work is not None else None, place=place)


def direction_options() -> Options:
    """Every direction something was or may be recorded in."""
    return tuple((one.pk, said(one.title)) for one in Direction.objects.all())


def service_options() -> tuple[tuple[str, Options], ...]:
    """Every service by direction, those offered no more too."""
    groups: dict[str, list[tuple[int, str]]] = {}
    for one in Service.objects.filter(is_inner=False).select_related("direction"):
        groups.setdefault(said(one.direction.title), []).append((one.pk, said(one.title)))
    return tuple((title, tuple(services)) for title, services in groups.items())


def _partners(actor: Actor) -> Options:
    if not can(actor, "partners.read"):
        return ()
    found = Partner.objects.filter(is_active=True).order_by("name", "pk").values_list("pk", "name")
    return tuple(found[:MOST_PARTNERS])
