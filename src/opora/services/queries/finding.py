"""One record of services, for whoever sees where it lies."""

from typing import Any

from django.db.models import Count, F, Q, QuerySet

from opora.access.rules import Actor
from opora.process.queries import Place, within_sight
from opora.services import policies
from opora.services.models import PlannedService, Provision


def provision_in_sight(*, actor: Actor, provision_id: int) -> Provision:
    """A service given on a path or case in sight; NotFound for any other, and for a voided one."""
    found = within_sight(actor, Provision.objects.filter(pk=provision_id)).select_related("service").first()
    if found is None:
        raise policies.unseen()
    return found


def planned_in_sight(*, actor: Actor, planned_id: int) -> PlannedService:
    """A planned service in sight; NotFound for any other, and for a voided one."""
    found = within_sight(actor, PlannedService.objects.filter(pk=planned_id)).select_related("service").first()
    if found is None:
        raise policies.unseen()
    return found


def at_place(place: Place) -> Q:
    """Records of one work: what lies on its path, and what lies on its case."""
    return Q(route_id=place.route_id or 0) | Q(case_id=place.case_id or 0)


def with_counts(found: "QuerySet[PlannedService]") -> "QuerySet[Any]":
    """Planned services with how often they were held, and how often nobody came."""
    given = Q(provision_rows__voided_on=None)
    return found.annotate(
        held=Count("provision_rows", filter=given & Q(provision_rows__state=Provision.State.HELD)),
        missed=Count("provision_rows", filter=given & Q(provision_rows__state=Provision.State.NO_SHOW)),
    )


def open_planned(place: Place) -> list[PlannedService]:
    """What is planned at a place and not held in full yet, the oldest first."""
    found = with_counts(PlannedService.objects.filter(at_place(place), ended_on=None)).filter(held__lt=F("times"))
    return list(found.select_related("service").order_by("on", "pk"))
