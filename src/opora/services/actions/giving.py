"""A service was given, to one family or to several at once; put right, or taken back."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.errors import Conflict, Invalid
from opora.intake.actions.placing import strangers, told_day
from opora.process import actions as process
from opora.process.queries import Place
from opora.services.actions.placing import check_giver, check_note, hold, keys_of, service_to_give
from opora.services.models import PlannedService, Provision
from opora.services.queries.finding import open_planned, provision_in_sight
from opora.services.queries.notes import note_of

_LONGEST = 31 * 24 * 60


@dataclass(frozen=True, slots=True)
class Recipient:
    """A family among several that receive a service at once, and who of it was there."""

    route_id: int | None = None
    case_id: int | None = None
    people_ids: tuple[int, ...] = ()


@transaction.atomic
def give_service(
    *,
    actor: Actor,
    route_id: int | None = None,
    case_id: int | None = None,
    service_id: int,
    state: str = Provision.State.HELD,
    at: time | None = None,
    minutes: int | None = None,
    people_ids: Collection[int] = (),
    format: str = "",
    provider: str = "",
    worker_id: int | None = None,
    partner_id: int | None = None,
    where: str = "",
    note: str = "",
    planned_id: int | None = None,
    together: UUID | None = None,
    origin: str = "",
    on: date,
) -> Provision:
    """Record a service; it fills what was planned of it, if anything was.

    On a path without a case it lies on the path and so follows the family into its case. What ``origin`` names (an
    attendance) gives a family its service once, however often it is said.
    """
    place = hold(actor=actor, route_id=route_id, case_id=case_id, on=on)
    known = Provision.objects.filter(origin=origin, **place.keys).first() if origin else None
    if known is not None:
        return known
    kept = kept_of(
        place,
        service_id=service_id,
        state=state,
        at=at,
        minutes=minutes,
        people_ids=people_ids,
        format=format,
        provider=provider,
        worker_id=worker_id,
        partner_id=partner_id,
        where=where,
        note=note,
        on=on,
    )
    planned = planned_for(place, service_id, planned_id)
    made = Provision.objects.create(
        **place.keys, **kept, planned=planned, together=together, origin=origin, by_id=actor.user_id
    )
    made.people.set(people_ids)
    audit.record(actor=actor, verb="services.given", service=service_id, day=on.isoformat(), **keys_of(place))
    return made


@transaction.atomic
def give_to_several(*, actor: Actor, recipients: Sequence[Recipient], on: date, **given: Any) -> list[Provision]:
    """The same service for several families at once: a record for each, with one mark; all of them or none."""
    if not recipients:
        raise Invalid({"families": _("Choose at least one family.")})
    together = uuid4() if len(recipients) > 1 else None
    return [
        give_service(
            actor=actor,
            route_id=one.route_id,
            case_id=one.case_id,
            people_ids=one.people_ids,
            together=together,
            on=on,
            **given,
        )
        for one in recipients
    ]


@transaction.atomic
def correct_service(
    *,
    actor: Actor,
    provision_id: int,
    service_id: int,
    state: str = Provision.State.HELD,
    at: time | None = None,
    minutes: int | None = None,
    people_ids: Collection[int] = (),
    format: str = "",
    provider: str = "",
    worker_id: int | None = None,
    partner_id: int | None = None,
    where: str = "",
    note: str = "",
    reason: str = "",
    on: date,
    today: date,
) -> Provision:
    """What was written of a service is put right; the former words stay readable."""
    found = provision_in_sight(actor=actor, provision_id=provision_id)
    made = Provision.objects.select_for_update(of=("self",)).get(pk=found.pk)
    if made.origin:
        raise Conflict(_("This came from the list of a meeting. Put it right there."))
    place = process.check_may_mend(actor=actor, record=made, on=today)
    kept = kept_of(
        place,
        service_id=service_id,
        state=state,
        at=at,
        minutes=minutes,
        people_ids=people_ids,
        format=format,
        provider=provider,
        worker_id=worker_id,
        partner_id=partner_id,
        where=where,
        note=note,
        on=on,
    )
    before = {"on": told_day(made.on), "at": f"{made.at:%H:%M}" if made.at else "", "text": note_of(actor, made)}
    if made.service_id != service_id:
        kept["planned"] = planned_for(place, service_id, None)
    for name, value in kept.items():
        setattr(made, name, value)
    made.save(update_fields=list(kept))
    made.people.set(people_ids)
    process.corrected(
        actor=actor,
        record=made,
        place=place,
        what="service",
        reason=reason,
        before=before,
        is_reason_needed=False,
        on=today,
    )
    return made


@transaction.atomic
def void_service(*, actor: Actor, provision_id: int, reason: str = "", is_undo: bool = False, on: date) -> Provision:
    """A service that was not given, or not to this family: it counts nowhere and stays readable with the reason."""
    found = provision_in_sight(actor=actor, provision_id=provision_id)
    made = Provision.every.select_for_update(of=("self",)).get(pk=found.pk)
    process.void(actor=actor, record=made, what="service", reason=reason, is_undo=is_undo, on=on)
    return made


def planned_for(place: Place, service_id: int, planned_id: int | None) -> PlannedService | None:
    """What of the plan a service fills: what was named, else the oldest of this service that is not held in full."""
    waiting = [one for one in open_planned(place) if one.service_id == service_id]
    if planned_id is not None:
        found = next((one for one in waiting if one.pk == planned_id), None)
        if found is None:
            raise Invalid({"planned_id": _("This is planned no longer. Choose again.")})
        return found
    return waiting[0] if waiting else None


def kept_of(
    place: Place,
    *,
    service_id: int,
    state: str = Provision.State.HELD,
    at: time | None = None,
    minutes: int | None = None,
    people_ids: Collection[int] = (),
    format: str = "",
    provider: str = "",
    worker_id: int | None = None,
    partner_id: int | None = None,
    where: str = "",
    note: str = "",
    on: date,
) -> dict[str, Any]:
    """What is kept of a service; Invalid with everything that is wrong."""
    wrong: dict[str, object] = {}
    service = service_to_give(service_id, wrong)
    check_giver(service, worker_id=worker_id, partner_id=partner_id, wrong=wrong)
    note = check_note(service, note, wrong)
    formats = service.formats if service is not None else [format]
    providers = service.providers if service is not None else [provider]
    if format and format not in formats:
        wrong["format"] = _("This service is not given in this way. Choose from the list.")
    if not provider:
        provider = "partner" if partner_id is not None and "partner" in providers else providers[0]
    elif provider not in {*providers, "own", "partner", "other_program"}:
        wrong["provider"] = _("Choose from the list.")
    if state not in Provision.State.values:
        wrong["state"] = _("Choose from the list.")
    if where and where not in Provision.Where.values:
        wrong["where"] = _("Choose from the list.")
    if minutes is not None and not 0 < minutes <= _LONGEST:
        wrong["minutes"] = _("Enter minutes greater than zero.")
    if strangers(place, people_ids, on=on):
        wrong["people_ids"] = _("Choose people of this family from the list.")
    if on < place.began_on:
        wrong["on"] = _("This day is earlier than the beginning of the path. Check the date.")
    if wrong or service is None:
        raise Invalid(wrong)
    return {
        "service": service,
        "on": on,
        "at": at,
        "minutes": minutes,
        "state": state,
        "format": format or formats[0],
        "provider": provider,
        "worker_id": worker_id,
        "partner_id": partner_id,
        "where": where,
        "note": note,
    }
