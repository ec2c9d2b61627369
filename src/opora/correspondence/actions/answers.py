"""What comes back: the answer to a letter with what came of it, letters in, and waiting given up (S0-48, S2-25)."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.errors import Conflict, Invalid
from opora.common.text import squeeze
from opora.correspondence.actions.locking import held, keys_of, place_for
from opora.correspondence.actions.sending import keep_file, next_number
from opora.correspondence.models import OfficialLetter
from opora.partners.models import Partner
from opora.process.queries import Place

CAME = ("granted", "part", "refused")
IN_KINDS = ("request", "information", "letter", "answer")
_LONGEST = 10_000


@transaction.atomic
def record_answer(
    *,
    actor: Actor,
    letter_id: int,
    result: str,
    their_number: str = "",
    their_on: date | None = None,
    text: str = "",
    name: str = "",
    data: bytes = b"",
    on: date,
) -> OfficialLetter:
    """The answer came, with its paper: it is a letter in, and says what came of ours."""
    letter, place = held(actor, letter_id)
    _check_waits(letter, on)
    if result not in CAME:
        raise Invalid({"result": _("Say what came of the letter.")})
    answer = _keep_in(
        actor,
        place,
        kind=OfficialLetter.Kind.ANSWER,
        partner_id=letter.partner_id,
        subject=letter.subject_text,
        their_number=their_number,
        their_on=their_on,
        text=text,
        name=name,
        data=data,
        answers=letter,
        on=on,
    )
    _close(letter, result, on)
    audit.record(actor=actor, verb="correspondence.answered", **keys_of(place), number=letter.number, result=result)
    return answer


@transaction.atomic
def give_up_waiting(*, actor: Actor, letter_id: int, on: date) -> OfficialLetter:
    """No answer came and nobody waits for it any more."""
    letter, place = held(actor, letter_id)
    _check_waits(letter, on)
    _close(letter, OfficialLetter.Result.NO_ANSWER, on)
    audit.record(
        actor=actor, verb="correspondence.answered", **keys_of(place), number=letter.number, result=letter.result
    )
    return letter


@transaction.atomic
def note_reply(*, actor: Actor, letter_id: int, on: date) -> OfficialLetter:
    """We answered a letter that came in: nobody is reminded of it any more."""
    letter, place = held(actor, letter_id)
    if not letter.is_owed:
        raise Conflict(_("No answer of ours is waited for. Nothing was changed."))
    if on < letter.on:
        raise Invalid({"on": _("This day is too early: the letter had not come.")})
    _close(letter, OfficialLetter.Result.REPLIED, on)
    audit.record(actor=actor, verb="correspondence.replied", **keys_of(place), number=letter.number)
    return letter


@transaction.atomic
def record_incoming(
    *,
    actor: Actor,
    route_id: int | None = None,
    case_id: int | None = None,
    kind: str,
    partner_id: int,
    subject: str,
    their_number: str = "",
    their_on: date | None = None,
    text: str = "",
    answer_due_on: date | None = None,
    name: str = "",
    data: bytes = b"",
    on: date,
) -> OfficialLetter:
    """A letter came in, about a family or about none; it gets our number of the journal (D-23)."""
    place = place_for(actor, route_id, case_id)
    wrong: dict[str, object] = {}
    if kind not in IN_KINDS:
        wrong["kind"] = _("Choose what kind of letter it is.")
    if not Partner.objects.filter(pk=partner_id).exists():
        wrong["partner_id"] = _("Choose an office from the directory.")
    if not 0 < len(squeeze(subject)) <= 300:
        wrong["subject"] = _("Say in a few words what the letter is about.")
    if answer_due_on is not None and answer_due_on < on:
        wrong["answer_due_on"] = _("The answer cannot be due before the letter came. Check the date.")
    if wrong:
        raise Invalid(wrong)
    letter = _keep_in(
        actor,
        place,
        kind=kind,
        partner_id=partner_id,
        subject=squeeze(subject),
        their_number=their_number,
        their_on=their_on,
        text=text,
        answer_due_on=answer_due_on,
        name=name,
        data=data,
        on=on,
    )
    audit.record(actor=actor, verb="correspondence.came", **keys_of(place), number=letter.number)
    return letter


def _check_waits(letter: OfficialLetter, on: date) -> None:
    if letter.direction != OfficialLetter.Direction.OUT or letter.sent_on is None or letter.result:
        raise Conflict(_("No answer is expected to this letter. Nothing was changed."))
    if on < letter.sent_on:
        raise Invalid({"on": _("This day is too early: the letter had not been sent.")})


def _close(letter: OfficialLetter, result: str, on: date) -> None:
    letter.result, letter.closed_on = result, on
    letter.save(update_fields=["result", "closed_on"])


def _keep_in(
    actor: Actor, place: Place | None, *, on: date, their_number: str, text: str, name: str, data: bytes, **kept: Any
) -> OfficialLetter:
    if len(text) > _LONGEST:
        raise Invalid({"text": _("This is too long to be kept. Shorten it.")})
    if place is not None and on < place.began_on:
        raise Invalid({"on": _("This day is too early: the work with the family had not begun.")})
    if (their_on := kept.get("their_on")) is not None and their_on > on:
        raise Invalid({"their_on": _("The letter cannot be written after it came. Check the date.")})
    letter = OfficialLetter.objects.create(
        **(place.keys if place is not None else {}),
        **kept,
        direction=OfficialLetter.Direction.IN,
        number=next_number("in", on),
        their_number=squeeze(their_number)[:60],
        text=text.strip(),
        on=on,
        by_id=actor.user_id,
        revision=1,
    )
    if data:
        letter.file = keep_file(actor, letter, place, name=name, data=data)
        letter.save(update_fields=["file"])
    return letter
