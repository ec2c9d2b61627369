"""Shifts: notes, incidents, and the word from one shift to the next."""

from datetime import date, time, timedelta
from typing import Any, Final

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.cases import queries as cases
from opora.common.dates import now
from opora.common.errors import Conflict, Invalid
from opora.stays.models import DutyNote, Handover, Shelter, Shift
from opora.stays.queries import DutyLog, duty_log, get_shelter

ONE_LOOK: Final = timedelta(minutes=30)


@transaction.atomic
def note_on_shift(
    *,
    actor: Actor,
    shelter_id: int,
    text: str,
    shift: str,
    case_id: int | None = None,
    kind: str = DutyNote.Kind.NOTE,
    weight: str = "",
    measures: str = "",
    at: time | None = None,
    on: date,
) -> DutyNote:
    """What happened on a shift, of a family or of the house; an incident says how serious it was (S0-08)."""
    shelter = get_shelter(actor=actor, shelter_id=shelter_id)
    if case_id is not None:
        cases.get_case(actor=actor, case_id=case_id)
    told = checked_note(text=text, shift=shift, kind=kind, weight=weight, measures=measures, at=at, on=on)
    made = DutyNote.objects.create(shelter=shelter, case_id=case_id, by_id=actor.user_id, **told)
    verb = "stays.incident" if kind == DutyNote.Kind.INCIDENT else "stays.duty_noted"
    audit.record(actor=actor, verb=verb, case_id=case_id, shelter=shelter.pk, day=on.isoformat())
    return made


def checked_note(
    *, text: str, shift: str, kind: str, weight: str, measures: str, at: time | None, on: date
) -> dict[str, Any]:
    """What is kept of a note; raises Invalid with all that is wrong."""
    wrong: dict[str, object] = {}
    if not text.strip():
        wrong["text"] = _("Fill this in.")
    if shift not in Shift.values:
        wrong["shift"] = _("Choose the shift.")
    if kind not in DutyNote.Kind.values:
        wrong["kind"] = _("Choose what it is.")
    if kind == DutyNote.Kind.INCIDENT and weight not in set(DutyNote.Weight.values) - {""}:
        wrong["weight"] = _("Say how serious it was.")
    if wrong:
        raise Invalid(wrong)
    is_incident = kind == DutyNote.Kind.INCIDENT
    return {
        "on": on,
        "at": at,
        "shift": shift,
        "kind": kind,
        "weight": weight if is_incident else "",
        "text": text.strip(),
        "measures": measures.strip(),
    }


@transaction.atomic
def read_duty_log(
    *, actor: Actor, shelter_id: int, last: date, today: date, only_incidents: bool = False, text: str = ""
) -> DutyLog:
    """The log with its words opened; of every family it speaks of the look is a line in the journal."""
    log = duty_log(actor=actor, shelter_id=shelter_id, last=last, today=today, only_incidents=only_incidents, text=text)
    told = {line.note.case_id: line.note.case for line in log.notes if line.note.case is not None}
    entries = [
        {"case_id": pk, "family_id": case.family_id, "person_id": case.client_id, "shelter": shelter_id}
        for pk, case in told.items()
    ]
    audit.record_many(actor=actor, verb="stays.duty_read", entries=entries, unless_since=now() - ONE_LOOK)
    return log


@transaction.atomic
def hand_over_shift(*, actor: Actor, shelter_id: int, shift: str, words: str, on: date) -> Handover:
    """The word to the next shift; once it is taken over it is written anew by nobody."""
    shelter = get_shelter(actor=actor, shelter_id=shelter_id)
    wrong: dict[str, object] = {}
    if shift not in Shift.values:
        wrong["shift"] = _("Choose the shift.")
    if not words.strip():
        wrong["words"] = _("Write what the next shift must know; “nothing to report” is a word too.")
    if wrong:
        raise Invalid(wrong)
    known = Handover.objects.select_for_update().filter(shelter=shelter, on=on, shift=shift).first()
    if known is not None and known.taken_at is not None:
        raise Conflict(_("The next shift has taken over already. Add a note instead."))
    try:
        with transaction.atomic():
            made = known or Handover(shelter=shelter, on=on, shift=shift)
            made.words, made.by_id = words.strip(), actor.user_id
            made.save()
    except IntegrityError:
        raise Conflict(_("A colleague has just handed this shift over. Look at the page again.")) from None
    _journal(actor, "stays.shift_handed_over", shelter, on)
    return made


@transaction.atomic
def take_over_shift(*, actor: Actor, handover_id: int, on: date) -> Handover:
    """Whoever comes has read the word of the shift before, and answers from now on."""
    found = Handover.objects.select_for_update().filter(pk=handover_id).first()
    shelter = get_shelter(actor=actor, shelter_id=found.shelter_id if found is not None else 0)
    handover = Handover.objects.select_for_update().get(pk=handover_id)
    if handover.taken_at is not None:
        raise Conflict(_("A colleague has taken over already."))
    if handover.by_id == actor.user_id and actor.user_id is not None:
        raise Conflict(_("Somebody else takes over: you have handed this shift over yourself."))
    handover.accepted_by_id, handover.taken_at = actor.user_id, now()
    handover.save(update_fields=["accepted_by", "taken_at"])
    _journal(actor, "stays.shift_taken_over", shelter, on)
    return handover


def _journal(actor: Actor, verb: str, shelter: Shelter, on: date) -> None:
    audit.record(actor=actor, verb=verb, shelter=shelter.pk, day=on.isoformat())
