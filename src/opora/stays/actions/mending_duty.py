"""A note of a shift is put right or taken back; what stood there stays readable.

Of a family this goes as with every record of the work with it; a note of the house has no family, so its former words
stay in a voided row of the log itself.
"""

from datetime import date, time

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.errors import Conflict, Invalid, Refused
from opora.process import actions as process
from opora.process.actions.amending import LONGEST_REASON
from opora.process.queries import Place
from opora.stays import policies
from opora.stays.actions.duty import checked_note
from opora.stays.models import DutyNote
from opora.stays.queries import keeps_shelter, note_in_sight

_TOLD = ("on", "at", "shift", "kind", "weight", "text", "measures")


@transaction.atomic
def correct_duty_note(
    *,
    actor: Actor,
    note_id: int,
    text: str,
    shift: str,
    kind: str = DutyNote.Kind.NOTE,
    weight: str = "",
    measures: str = "",
    at: time | None = None,
    reason: str = "",
    on: date,
    today: date,
) -> DutyNote:
    """What was written of a shift is put right; of which family it speaks stays as it is."""
    note, place = _hold(actor, note_id, today)
    told = checked_note(text=text, shift=shift, kind=kind, weight=weight, measures=measures, at=at, on=on)
    before = {"on": note.on.isoformat(), "at": f"{note.at:%H:%M}" if note.at else "", "text": note.text_words}
    if place is None:
        _keep_former(note, reason, today)
    for name, value in told.items():
        setattr(note, name, value)
    note.save(update_fields=list(told))
    if place is None:
        _journal(actor, "stays.duty_corrected", note)
        return note
    process.corrected(
        actor=actor,
        record=note,
        place=place,
        what="duty_note",
        reason=reason,
        before=before,
        is_reason_needed=False,
        on=today,
    )
    return note


@transaction.atomic
def void_duty_note(*, actor: Actor, note_id: int, reason: str = "", is_undo: bool = False, on: date) -> DutyNote:
    """A note that should not be there: it counts nowhere any more and stays readable, struck through."""
    note, place = _hold(actor, note_id, on)
    if place is not None:
        process.void(actor=actor, record=note, what="duty_note", reason=reason, is_undo=is_undo, on=on)
        return note
    if not is_undo and not reason.strip():
        raise Invalid({"reason": _("Say why in a few words, up to 500 letters.")})
    note.voided_on, note.why = on, reason.strip()[:LONGEST_REASON]
    note.save(update_fields=["voided_on", "why"])
    _journal(actor, "stays.duty_voided", note)
    return note


def _hold(actor: Actor, note_id: int, today: date) -> tuple[DutyNote, Place | None]:
    """A note that this person may mend now, held; with the place of its family, if it speaks of one."""
    seen = note_in_sight(actor=actor, note_id=note_id)
    note = DutyNote.every.select_for_update(of=("self",)).get(pk=seen.pk)
    if note.case_id is not None:
        return note, process.check_may_mend(actor=actor, record=note, on=today)
    if note.voided_on is not None:
        raise Conflict(_("This record is voided already. Nothing was changed."))
    keeps = keeps_shelter(actor=actor, shelter_id=note.shelter_id)
    if not policies.may_mend_house_note(actor, note, keeps=keeps, on=today):
        raise Refused(
            _("A note is mended on the same day by whoever wrote it, later by the coordinator or the head. Ask them.")
        )
    return note, None


def _keep_former(note: DutyNote, reason: str, today: date) -> None:
    told = {name: getattr(note, name) for name in _TOLD if name not in {"text", "measures"}}
    DutyNote.every.create(
        shelter_id=note.shelter_id,
        former_of=note,
        voided_on=today,
        by_id=note.by_id,
        text=note.text_words,
        measures=note.measures_words,
        why=reason.strip(),
        **told,
    )


def _journal(actor: Actor, verb: str, note: DutyNote) -> None:
    audit.record(actor=actor, verb=verb, shelter=note.shelter_id, day=note.on.isoformat())
