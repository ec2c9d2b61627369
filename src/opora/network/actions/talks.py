"""Mediation: talks with the people around a family, what was agreed, what comes next."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.errors import Invalid
from opora.network.actions.holding import hold_place, text_kept
from opora.network.actions.members import TEXT_TOO_LONG
from opora.network.models import NetworkRecord
from opora.network.queries.finding import members_at, record_in_sight
from opora.process import actions as process
from opora.process.queries import Place


@transaction.atomic
def record_mediation(
    *,
    actor: Actor,
    route_id: int | None = None,
    case_id: int | None = None,
    member_id: int | None,
    text: str,
    next_step: str = "",
    next_on: date | None = None,
    on: date,
) -> NetworkRecord:
    """Keep with whom one talked, what was agreed, what comes next and by when (S1-33)."""
    place = hold_place(actor=actor, route_id=route_id, case_id=case_id)
    kept = _checked(actor, place, member_id, text, next_step, next_on, on)
    record = NetworkRecord.objects.create(
        **place.keys, kind=NetworkRecord.Kind.MEDIATION, on=on, by_id=actor.user_id, **kept
    )
    audit.record(
        actor=actor, verb="network.mediated", case_id=place.case_id, family_id=place.family_id, day=on.isoformat()
    )
    return record


@transaction.atomic
def correct_mediation(
    *,
    actor: Actor,
    record_id: int,
    member_id: int | None,
    text: str,
    next_step: str = "",
    next_on: date | None = None,
    reason: str = "",
    on: date,
    today: date,
) -> NetworkRecord:
    """What was written of a talk is put right; the former words stay readable."""
    record = _held(actor, record_id)
    place = process.check_may_mend(actor=actor, record=record, on=today)
    kept = _checked(actor, place, member_id, text, next_step, next_on, on)
    before = {"on": record.on.isoformat(), "text": record.told}
    for name, value in {**kept, "on": on}.items():
        setattr(record, name, value)
    record.save(update_fields=["member", "text", "next_step", "next_on", "on"])
    process.corrected(
        actor=actor,
        record=record,
        place=place,
        what="network",
        reason=reason,
        before=before,
        is_reason_needed=False,
        on=today,
    )
    return record


@transaction.atomic
def void_record(*, actor: Actor, record_id: int, reason: str = "", is_undo: bool = False, on: date) -> NetworkRecord:
    """A talk that was not held, or a map made by mistake, counts nowhere and stays readable with the reason."""
    record = _held(actor, record_id)
    process.void(actor=actor, record=record, what="network", reason=reason, is_undo=is_undo, on=on)
    return record


def _held(actor: Actor, record_id: int) -> NetworkRecord:
    found = record_in_sight(actor=actor, record_id=record_id)
    return NetworkRecord.every.select_for_update(of=("self",)).get(pk=found.pk)


def _checked(
    actor: Actor, place: Place, member_id: int | None, text: str, next_step: str, next_on: date | None, on: date
) -> dict[str, object]:
    wrong: dict[str, object] = {}
    said = text_kept(text, "text", wrong, too_long=TEXT_TOO_LONG)
    coming = text_kept(next_step, "next_step", wrong, too_long=TEXT_TOO_LONG)
    if not said:
        wrong["text"] = _("Write what was said and agreed.")
    if member_id is None or not members_at(actor=actor, place=place).filter(pk=member_id).exists():
        wrong["member_id"] = _("Choose with whom you talked.")
    if next_on is not None and next_on < on:
        wrong["next_on"] = _("This day is over. Enter today or a later day.")
    if wrong:
        raise Invalid(wrong)
    return {"member_id": member_id, "text": said, "next_step": coming, "next_on": next_on}
