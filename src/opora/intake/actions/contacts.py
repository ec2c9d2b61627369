"""Consultations, talks, calls, letters and attempts to reach the family (S4-06, S0-03, S0-04, S2-07, S2-09)."""

from collections.abc import Collection
from datetime import date, time
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.errors import Conflict, Invalid
from opora.common.text import squeeze
from opora.families.sealing import opened
from opora.intake import policies
from opora.intake.actions.placing import strangers, told_day
from opora.intake.models import ContactRecord
from opora.intake.queries import get_contact
from opora.process import actions as process
from opora.process.queries import Place, recordable

# With these the contact with the family is there, and the path may go on (S4-06).
MADE = frozenset({ContactRecord.Result.REACHED, ContactRecord.Result.AGREED})
_LONGEST, _LONGEST_WHOM, _LONGEST_DAY = 10_000, 200, 24 * 60
_PAPER = "contact_made"


@transaction.atomic
def record_contact(
    *,
    actor: Actor,
    route_id: int | None = None,
    case_id: int | None = None,
    kind: str,
    party: str,
    result: str,
    topic: str = "",
    at: time | None = None,
    minutes: int | None = None,
    whom: str = "",
    people_ids: Collection[int] = (),
    notes: str = "",
    answer_due_on: date | None = None,
    on: date,
) -> ContactRecord:
    """Record a contact; when somebody was reached, the paper that says so is filed."""
    place = recordable(actor=actor, route_id=route_id, case_id=case_id)
    kept = _kept(place, kind, party, result, topic, at, minutes, whom, people_ids, notes, answer_due_on, on)
    contact = ContactRecord.objects.create(**place.keys, **kept, by_id=actor.user_id)
    contact.people.set(people_ids)
    day = on.isoformat()
    audit.record(actor=actor, verb="intake.contact_recorded", case_id=place.case_id, route=place.route_id or 0, day=day)
    _file(actor, place, contact)
    return contact


@transaction.atomic
def correct_contact(
    *,
    actor: Actor,
    contact_id: int,
    kind: str,
    party: str,
    result: str,
    topic: str = "",
    at: time | None = None,
    minutes: int | None = None,
    whom: str = "",
    people_ids: Collection[int] = (),
    notes: str = "",
    answer_due_on: date | None = None,
    reason: str = "",
    on: date,
    today: date,
) -> ContactRecord:
    """What was written of a contact is put right; the former words stay readable."""
    contact = ContactRecord.objects.select_for_update(of=("self",)).get(
        pk=get_contact(actor=actor, contact_id=contact_id).pk
    )
    place = process.check_may_mend(actor=actor, record=contact, on=today)
    kept = _kept(place, kind, party, result, topic, at, minutes, whom, people_ids, notes, answer_due_on, on)
    before = {"on": told_day(contact.on), "at": f"{contact.at:%H:%M}" if contact.at else "", "text": words_of(contact)}
    was_made = contact.result in MADE
    for name, value in kept.items():
        setattr(contact, name, value)
    contact.save(update_fields=list(kept))
    contact.people.set(people_ids)
    process.corrected(
        actor=actor,
        record=contact,
        place=place,
        what="contact",
        reason=reason,
        before=before,
        is_reason_needed=False,
        on=today,
    )
    if was_made and contact.result not in MADE and place.route is not None:
        source = process.source_of(contact)
        process.withdraw_paper(actor=actor, route_id=place.route.pk, kind=_PAPER, source=source, on=today)
    elif not was_made:
        _file(actor, place, contact)
    return contact


@transaction.atomic
def void_contact(*, actor: Actor, contact_id: int, reason: str = "", is_undo: bool = False, on: date) -> ContactRecord:
    """A contact that was not, or not with this family: it counts nowhere and stays readable with the reason."""
    found = get_contact(actor=actor, contact_id=contact_id)
    contact = ContactRecord.every.select_for_update(of=("self",)).get(pk=found.pk)
    process.void(actor=actor, record=contact, what="contact", reason=reason, is_undo=is_undo, on=on)
    return contact


@transaction.atomic
def note_answer(*, actor: Actor, contact_id: int, on: date) -> ContactRecord:
    """The answer to a letter came; nobody waits for it any more."""
    contact = ContactRecord.objects.select_for_update(of=("self",)).get(
        pk=get_contact(actor=actor, contact_id=contact_id).pk
    )
    place = recordable(actor=actor, route_id=contact.route_id, case_id=contact.case_id)
    if contact.kind != ContactRecord.Kind.LETTER or contact.answered_on is not None:
        raise Conflict(_("No answer is expected to this record. Nothing was changed."))
    policies.check_day(on, began=contact.on)
    contact.answered_on = on
    contact.save(update_fields=["answered_on"])
    audit.record(
        actor=actor,
        verb="intake.letter_answered",
        case_id=place.case_id,
        record=contact.pk,
        day=on.isoformat(),
    )
    return contact


@transaction.atomic
def read_notes(*, actor: Actor, contact_id: int) -> tuple[ContactRecord, str]:
    """A contact with its notes; reading them is a line in the journal."""
    contact = get_contact(actor=actor, contact_id=contact_id)
    audit.record(
        actor=actor,
        verb="intake.contact_read",
        case_id=contact.case_id or (contact.route.case_id if contact.route else None),
        route=contact.route_id or 0,
    )
    return contact, words_of(contact)


def words_of(contact: ContactRecord) -> str:
    """What was said, of a contact already found for the reader."""
    return opened(contact, "notes")


def _file(actor: Actor, place: Place, contact: ContactRecord) -> None:
    if contact.result in MADE and contact.kind != ContactRecord.Kind.LETTER and place.route is not None:
        source = process.source_of(contact)
        process.file_paper(actor=actor, route_id=place.route.pk, kind=_PAPER, source=source, on=contact.on)


def _kept(
    place: Place,
    kind: str,
    party: str,
    result: str,
    topic: str,
    at: time | None,
    minutes: int | None,
    whom: str,
    people_ids: Collection[int],
    notes: str,
    answer_due_on: date | None,
    on: date,
) -> dict[str, Any]:
    """What is kept of a contact; Invalid with everything that is wrong."""
    wrong: dict[str, object] = {
        name: _("Choose from the list.")
        for name, value, choices in (
            ("kind", kind, ContactRecord.Kind),
            ("party", party, ContactRecord.Party),
            ("result", result, ContactRecord.Result),
            ("topic", topic, ContactRecord.Topic),
        )
        if value not in choices.values
    }
    whom, notes = squeeze(whom), notes.strip()
    if minutes is not None and not 0 < minutes <= _LONGEST_DAY:
        wrong["minutes"] = _("Enter minutes from 1 to 1440.")
    if len(notes) > _LONGEST:
        wrong["notes"] = _("This is too long to be kept. Shorten it.")
    if len(whom) > _LONGEST_WHOM:
        wrong["whom"] = _("This is too long to be kept. Shorten it.")
    if strangers(place, people_ids, on=on):
        wrong["people_ids"] = _("Choose people of this family from the list.")
    if answer_due_on is not None and answer_due_on < on:
        wrong["answer_due_on"] = _("The answer cannot be due before the letter is sent. Check the date.")
    if wrong:
        raise Invalid(wrong)
    policies.check_day(on, began=place.began_on)
    return {
        "on": on,
        "at": at,
        "kind": kind,
        "topic": topic,
        "party": party,
        "result": result,
        "minutes": minutes,
        "whom": whom,
        "notes": notes,
        "answer_due_on": answer_due_on,
    }
