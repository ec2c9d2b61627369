"""A meeting about a family: who else was invited and came, what was agreed, and the tasks that come of it (S1-34)."""

from datetime import date
from typing import Any, TypeVar

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.errors import Conflict, Invalid
from opora.families.sealing import opened
from opora.groups.models import Commitment, Guest, Session
from opora.groups.queries.finding import commitment_in_sight, find_session, guest_in_sight
from opora.intake.actions.placing import told_day
from opora.plans import actions as plans
from opora.process import actions as process
from opora.process.queries import Place, place_of_record
from opora.services.actions.placing import hold, keys_of

LONGEST = 4_000
Written = TypeVar("Written", Guest, Commitment)


@transaction.atomic
def keep_guest(
    *, actor: Actor, session_id: int, route_id: int | None, case_id: int | None, words: str, has_come: bool, on: date
) -> Guest:
    """Somebody around the family was invited: who it is in words, and whether he or she came."""
    session, place = _about(actor, session_id, route_id, case_id, on)
    words = _words(words, "words")
    guest = Guest.objects.create(session=session, words=words, has_come=has_come, by_id=actor.user_id, **place.keys)
    _note(actor, "groups.guest", session, place)
    return guest


@transaction.atomic
def agree(
    *, actor: Actor, session_id: int, route_id: int | None, case_id: int | None, text: str, on: date
) -> Commitment:
    """What was agreed about a family at a meeting."""
    session, place = _about(actor, session_id, route_id, case_id, on)
    text = _words(text, "text")
    made = Commitment.objects.create(session=session, text=text, by_id=actor.user_id, **place.keys)
    _note(actor, "groups.agreed", session, place)
    return made


@transaction.atomic
def correct_guest(*, actor: Actor, guest_id: int, words: str, has_come: bool, reason: str = "", on: date) -> Guest:
    """Who was invited is said otherwise, or that he or she came after all; the former words stay readable."""
    found = guest_in_sight(actor=actor, guest_id=guest_id)
    guest = Guest.objects.select_for_update(of=("self",)).get(pk=found.pk)
    return _put_right(actor, guest, {"words": _words(words, "words"), "has_come": has_come}, reason, on)


@transaction.atomic
def void_guest(*, actor: Actor, guest_id: int, reason: str = "", is_undo: bool = False, on: date) -> Guest:
    """Somebody who was not invited, or not to this meeting."""
    found = guest_in_sight(actor=actor, guest_id=guest_id)
    guest = Guest.every.select_for_update(of=("self",)).get(pk=found.pk)
    process.void(actor=actor, record=guest, what="guest", reason=reason, is_undo=is_undo, on=on)
    return guest


@transaction.atomic
def correct_agreement(*, actor: Actor, commitment_id: int, text: str, reason: str = "", on: date) -> Commitment:
    """What was agreed is put into other words; a task that came of it is changed in the plan."""
    found = commitment_in_sight(actor=actor, commitment_id=commitment_id)
    made = Commitment.objects.select_for_update(of=("self",)).get(pk=found.pk)
    return _put_right(actor, made, {"text": _words(text, "text")}, reason, on)


@transaction.atomic
def void_agreement(
    *, actor: Actor, commitment_id: int, reason: str = "", is_undo: bool = False, on: date
) -> Commitment:
    """What was not agreed after all; what has become a task is dropped in the plan."""
    found = commitment_in_sight(actor=actor, commitment_id=commitment_id)
    made = Commitment.every.select_for_update(of=("self",)).get(pk=found.pk)
    if made.task_id is not None:
        raise Conflict(_("This has become a task of the plan. Drop the task there first."))
    process.void(actor=actor, record=made, what="agreement", reason=reason, is_undo=is_undo, on=on)
    return made


@transaction.atomic
def make_task(*, actor: Actor, commitment_id: int, title: str, accountable: str, due_on: date, on: date) -> Commitment:
    """What was agreed becomes a task of the family's plan; one of the family or a partner may answer for it."""
    found = commitment_in_sight(actor=actor, commitment_id=commitment_id)
    made = Commitment.objects.select_for_update(of=("self",)).get(pk=found.pk)
    if made.task_id is not None:
        raise Conflict(_("This is a task of the plan already."))
    place = place_of_record(actor=actor, record=made)
    if place.route_id is None:
        raise Conflict(_("This family has no plan yet: a task needs one."))
    task = plans.add_task(
        actor=actor, route_id=place.route_id, title=title, accountable=accountable, due_on=due_on, on=on
    )
    made.task = task
    made.save(update_fields=["task"])
    _note(actor, "groups.made_task", found.session, place)
    return made


def _put_right(actor: Actor, record: Written, now: dict[str, Any], reason: str, on: date) -> Written:
    """Change a record by whoever may still mend it; the former words stay with the reason."""
    place = process.check_may_mend(actor=actor, record=record, on=on)
    field = "words" if "words" in now else "text"
    before = {"on": told_day(record.session.on), "text": opened(record, field)}
    for name, value in now.items():
        setattr(record, name, value)
    record.save(update_fields=list(now))
    process.corrected(
        actor=actor,
        record=record,
        place=place,
        what="guest" if field == "words" else "agreement",
        reason=reason,
        before=before,
        is_reason_needed=False,
        on=on,
    )
    return record


def _about(actor: Actor, session_id: int, route_id: int | None, case_id: int | None, on: date) -> tuple[Session, Place]:
    session = find_session(actor=actor, session_id=session_id)
    place = hold(actor=actor, route_id=route_id, case_id=case_id, on=on)
    return session, place


def _words(text: str, field: str) -> str:
    text = text.strip()
    if not text or len(text) > LONGEST:
        raise Invalid({field: _("Say it in a few sentences.")})
    return text


def _note(actor: Actor, verb: str, session: Session, place: Place) -> None:
    more: dict[str, Any] = {"day": session.on.isoformat()} if verb != "groups.made_task" else {}
    audit.record(actor=actor, verb=verb, group=session.group_id, **more, **keys_of(place))
