"""Writing, opening and sharing a confidential note; each opening is a line in the journal."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.errors import Conflict, Invalid, Refused
from opora.families.sealing import opened
from opora.notes import policies
from opora.notes.models import ConfidentialNote, NoteReader, NoteVersion
from opora.notes.queries import get_note, may_be_named
from opora.process.queries import recordable

LONGEST, LONGEST_REASON = 20_000, 500


@transaction.atomic
def write_note(
    *,
    actor: Actor,
    route_id: int | None = None,
    case_id: int | None = None,
    kind: str,
    text: str,
    on: date,
    today: date,
) -> ConfidentialNote:
    """Write a note about a family; nobody reads it but its author until the author names somebody."""
    policies.check_can_write(actor, kind)
    place = recordable(actor=actor, route_id=route_id, case_id=case_id)
    text = _checked(text)
    if on < place.began_on:
        raise Invalid({"on": _("This day is earlier than the beginning of the path. Check the date.")})
    if on > today:
        raise Invalid({"on": _("This day has not come yet. Enter today or an earlier day.")})
    note = ConfidentialNote.objects.create(**place.keys, kind=kind, on=on, text=text, by_id=actor.user_id)
    audit.record(actor=actor, verb="notes.written", case_id=place.case_id, family_id=place.family_id, note_kind=kind)
    return note


@dataclass(frozen=True, slots=True)
class Opened:
    """A note with its words, those that stood there before, the newest first, and why it was voided."""

    note: ConfidentialNote
    text: str
    former: tuple[tuple[datetime, str], ...]
    voided_why: str


@transaction.atomic
def open_note(*, actor: Actor, note_id: int) -> Opened:
    """The words of a note for its author or a colleague named for it; each opening stands in the journal."""
    note = get_note(actor=actor, note_id=note_id)
    _tell(actor, note, "notes.opened")
    former = tuple((one.until, opened(one, "text")) for one in note.versions.all())
    return Opened(note, opened(note, "text"), former, opened(note, "voided_why"))


@transaction.atomic
def name_readers(*, actor: Actor, note_id: int, user_ids: list[int], on: date) -> ConfidentialNote:
    """The author says which colleagues may read the note; whom the author names no more reads it no more."""
    note = _hold(actor, note_id)
    if note.by_id != actor.user_id:
        raise Refused(_("Only the author says who may read a note."))
    allowed = {pk for pk, _name in may_be_named(but=note.by_id)}
    if not set(user_ids) <= allowed:
        raise Invalid({"user_ids": _("Choose colleagues from the list.")})
    note.readers.exclude(user_id__in=user_ids).delete()
    for user_id in user_ids:
        NoteReader.objects.get_or_create(note=note, user_id=user_id, defaults={"on": on, "by_id": actor.user_id})
    _tell(actor, note, "notes.readers_named", readers=len(user_ids))
    return note


@transaction.atomic
def hand_on(*, actor: Actor, note_id: int, user_id: int, reason: str, on: date) -> ConfidentialNote:
    """After the author left, the head names a colleague, never the head, and says why; the head reads nothing."""
    policies.check_can_hand_on(actor)
    note = ConfidentialNote.objects.select_for_update(of=("self",)).select_related("by").filter(pk=note_id).first()
    if note is None:
        raise policies.unseen()
    if note.by is None or note.by.is_active:
        raise Conflict(_("The author works here: only the author says who may read the note."))
    wrong: dict[str, object] = {}
    if user_id not in {pk for pk, _name in may_be_named(but=note.by_id)} - {actor.user_id}:
        wrong["user_id"] = _("Choose a colleague from the list.")
    if not reason.strip() or len(reason) > LONGEST_REASON:
        wrong["reason"] = _("Say why in a few words, up to 500 letters.")
    if wrong:
        raise Invalid(wrong)
    NoteReader.objects.get_or_create(
        note=note, user_id=user_id, defaults={"on": on, "by_id": actor.user_id, "reason": reason.strip()}
    )
    _tell(actor, note, "notes.handed_on", user=user_id)
    return note


@transaction.atomic
def correct_note(*, actor: Actor, note_id: int, text: str) -> ConfidentialNote:
    """The author writes on, or puts a word right; what stood there before stays for whoever may read the note."""
    note = _hold(actor, note_id)
    if note.by_id != actor.user_id:
        raise Refused(_("Only the author changes a note."))
    text, former = _checked(text), opened(note, "text")
    if text == former:
        return note
    NoteVersion.objects.create(note=note, text=former)
    note.text = text
    note.save(update_fields=["text"])
    _tell(actor, note, "notes.corrected")
    return note


@transaction.atomic
def void_note(*, actor: Actor, note_id: int, reason: str, on: date) -> ConfidentialNote:
    """The author takes a note back, as one written about the wrong family; it stays readable for the same people."""
    note = _hold(actor, note_id)
    if note.by_id != actor.user_id:
        raise Refused(_("Only the author takes a note back."))
    if not reason.strip() or len(reason) > LONGEST_REASON:
        raise Invalid({"reason": _("Say why in a few words, up to 500 letters.")})
    note.voided_on, note.voided_why = on, reason.strip()
    note.save(update_fields=["voided_on", "voided_why"])
    _tell(actor, note, "notes.voided")
    return note


def _hold(actor: Actor, note_id: int) -> ConfidentialNote:
    found = get_note(actor=actor, note_id=note_id)
    note = ConfidentialNote.every.select_for_update(of=("self",)).get(pk=found.pk)
    if note.voided_on is not None:
        raise Conflict(_("This note is voided already. Nothing was changed."))
    return note


def _checked(text: str) -> str:
    text = text.strip()
    if not text or len(text) > LONGEST:
        raise Invalid({"text": _("Write the note, up to 20,000 letters.")})
    return text


def _tell(actor: Actor, note: ConfidentialNote, verb: str, **more: Any) -> None:
    case_id = note.case_id or (note.route.case_id if note.route is not None else None)
    audit.record(actor=actor, verb=verb, case_id=case_id, note_kind=note.kind, **more)
