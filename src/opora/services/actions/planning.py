"""What a family is to receive: planned with it, changed, stopped."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.errors import Conflict, Invalid
from opora.plans.models import Task
from opora.process import actions as process
from opora.process.queries import Place
from opora.services.actions.placing import check_giver, check_note, hold, keys_of, service_to_give
from opora.services.models import PlannedService
from opora.services.queries.finding import planned_in_sight

_MOST = 500


@transaction.atomic
def plan_service(
    *,
    actor: Actor,
    route_id: int | None = None,
    case_id: int | None = None,
    service_id: int,
    times: int = 1,
    until_on: date | None = None,
    worker_id: int | None = None,
    partner_id: int | None = None,
    task_id: int | None = None,
    note: str = "",
    on: date,
) -> PlannedService:
    """Plan a service for a family: any set of services, one's own for each family (S1-06)."""
    place = hold(actor=actor, route_id=route_id, case_id=case_id, on=on)
    kept = _kept(place, service_id, times, until_on, worker_id, partner_id, task_id, note, on)
    planned = PlannedService.objects.create(**place.keys, **kept, on=on, by_id=actor.user_id)
    audit.record(actor=actor, verb="services.planned", service=service_id, **keys_of(place))
    return planned


@transaction.atomic
def change_plan_of_service(
    *,
    actor: Actor,
    planned_id: int,
    times: int,
    until_on: date | None = None,
    worker_id: int | None = None,
    partner_id: int | None = None,
    task_id: int | None = None,
    note: str = "",
    on: date,
) -> PlannedService:
    """How often, until when, by whom is agreed anew; what was given already stays given."""
    planned, place = _hold(actor, planned_id, on)
    kept = _kept(place, planned.service_id, times, until_on, worker_id, partner_id, task_id, note, planned.on)
    for name, value in kept.items():
        setattr(planned, name, value)
    planned.save(update_fields=list(kept))
    audit.record(actor=actor, verb="services.plan_changed", service=planned.service_id, **keys_of(place))
    return planned


@transaction.atomic
def stop_planned(*, actor: Actor, planned_id: int, on: date) -> PlannedService:
    """It is not needed any more, or the family does not want it: nobody waits for the rest."""
    planned, place = _hold(actor, planned_id, on)
    planned.ended_on = on
    planned.save(update_fields=["ended_on"])
    audit.record(actor=actor, verb="services.plan_stopped", service=planned.service_id, **keys_of(place))
    return planned


@transaction.atomic
def void_planned(*, actor: Actor, planned_id: int, reason: str = "", is_undo: bool = False, on: date) -> PlannedService:
    """Planned by mistake: it counts nowhere and stays readable with the reason."""
    found = planned_in_sight(actor=actor, planned_id=planned_id)
    planned = PlannedService.every.select_for_update(of=("self",)).get(pk=found.pk)
    process.void(actor=actor, record=planned, what="planned_service", reason=reason, is_undo=is_undo, on=on)
    return planned


def _hold(actor: Actor, planned_id: int, on: date) -> tuple[PlannedService, Place]:
    found = planned_in_sight(actor=actor, planned_id=planned_id)
    place = hold(actor=actor, route_id=found.route_id, case_id=found.case_id, on=on)
    planned = PlannedService.objects.select_for_update(of=("self",)).get(pk=found.pk)
    if planned.ended_on is not None:
        raise Conflict(_("This planned service was stopped already. Nothing was changed."))
    return planned, place


def _kept(
    place: Place,
    service_id: int,
    times: int,
    until_on: date | None,
    worker_id: int | None,
    partner_id: int | None,
    task_id: int | None,
    note: str,
    on: date,
) -> dict[str, Any]:
    wrong: dict[str, object] = {}
    service = service_to_give(service_id, wrong)
    check_giver(service, worker_id=worker_id, partner_id=partner_id, wrong=wrong)
    note = check_note(service, note, wrong)
    if not 1 <= times <= _MOST:
        wrong["times"] = _("Enter a number from 1 to 500.")
    if until_on is not None and until_on < on:
        wrong["until_on"] = _("This day is earlier than the day it was planned. Check the date.")
    if worker_id is not None and partner_id is not None:
        wrong["partner_id"] = _("Name a colleague or a partner, not both.")
    if task_id is not None and not Task.objects.filter(pk=task_id, plan__route=place.route_id or 0).exists():
        wrong["task_id"] = _("Choose a task of this plan.")
    if wrong or service is None:
        raise Invalid(wrong)
    return {
        "service": service,
        "times": times,
        "until_on": until_on,
        "worker_id": worker_id,
        "partner_id": partner_id,
        "task_id": task_id,
        "note": note,
    }
