"""Help of other rooms that reached many families on one day counts as their services, by a few questions for all."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.catalogue.models import Service
from opora.common.errors import Conflict
from opora.process.queries import Place
from opora.services import policies
from opora.services.actions.placing import keys_of, was_over
from opora.services.models import PlannedService, Provision
from opora.services.queries.finding import with_counts


@dataclass(frozen=True, slots=True)
class Reached:
    """A family that received something which is a service, and the record that this came from."""

    place: Place
    service: Service
    origin: str


@transaction.atomic
def give_alike(*, actor: Actor, reached: Sequence[Reached], on: date) -> None:
    """Record the service of each, as `give_service` does for one; it fills what was planned of it, if anything was."""
    policies.check_can_record(actor)
    if any(was_over(one.place, on) for one in reached):
        raise Conflict(_("The work with one of these families is over: nothing new is recorded. Leave it out."))
    planned = _open_planned(reached)
    Provision.objects.bulk_create(
        Provision(
            **one.place.keys,
            service=one.service,
            planned=_planned_for(one, planned),
            on=on,
            state=Provision.State.HELD,
            format=one.service.formats[0],
            provider=one.service.providers[0],
            origin=one.origin,
            by_id=actor.user_id,
        )
        for one in reached
    )
    lines = [{"service": one.service.pk, "day": on.isoformat(), **keys_of(one.place)} for one in reached]
    audit.record_many(actor=actor, verb="services.given", entries=lines)


def _open_planned(reached: Sequence[Reached]) -> list[PlannedService]:
    """What is planned of these services with these families and not held in full yet, the oldest first."""
    of_route = Q(route_id__in={one.place.route_id for one in reached if one.place.route_id is not None})
    of_case = Q(case_id__in={one.place.case_id for one in reached if one.place.case_id is not None})
    services = {one.service.pk for one in reached}
    found = PlannedService.objects.filter(of_route | of_case, service_id__in=services, ended_on=None)
    return list(with_counts(found).filter(held__lt=F("times")).order_by("on", "pk"))


def _planned_for(one: Reached, planned: Sequence[PlannedService]) -> PlannedService | None:
    for waiting in planned:
        is_here = (waiting.route_id or 0) == one.place.route_id or (waiting.case_id or 0) == one.place.case_id
        if is_here and waiting.service_id == one.service.pk:
            return waiting
    return None
