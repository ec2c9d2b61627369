"""What was recorded of a letter is put right, or the letter is voided; its number is not given again."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.errors import Conflict, Invalid, Refused
from opora.common.text import squeeze
from opora.correspondence import policies
from opora.correspondence.actions.locking import VOIDED
from opora.correspondence.models import OfficialLetter
from opora.correspondence.queries import letter_in_sight, place_of_letter
from opora.process import actions as process
from opora.process.queries import Place

_NOT_YOURS = _("A letter is mended on the same day by whoever made it, later by the coordinator or the head. Ask them.")


@transaction.atomic
def correct_letter(
    *,
    actor: Actor,
    letter_id: int,
    subject: str,
    asked_by: str = "",
    answer_due_on: date | None = None,
    result: str = "",
    closed_on: date | None = None,
    reason: str = "",
    today: date,
) -> OfficialLetter:
    """What was written of a letter with a number is put right; the former words stay readable."""
    letter, place = _held(actor, letter_id, today)
    wrong: dict[str, object] = {}
    if not 0 < len(squeeze(subject)) <= 300:
        wrong["subject"] = _("Say in a few words what the letter is about.")
    if asked_by not in ("", *OfficialLetter.AskedBy.values):
        wrong["asked_by"] = _("Choose from the list.")
    if answer_due_on is not None and answer_due_on < letter.on:
        wrong["answer_due_on"] = _("The answer cannot be due before the letter is sent. Check the date.")
    if result not in ("", *OfficialLetter.Result.values) or (result and letter.sent_on is None):
        wrong["result"] = _("Choose from the list.")
    if result and (closed_on is None or closed_on < letter.on):
        wrong["closed_on"] = _("Enter the day on which the result was known.")
    if wrong:
        raise Invalid(wrong)
    before = {"on": letter.on.isoformat(), "text": letter.subject_text}
    letter.subject, letter.asked_by, letter.answer_due_on = squeeze(subject), asked_by, answer_due_on
    letter.result, letter.closed_on = result, closed_on if result else None
    letter.revision += 1
    letter.save(update_fields=["subject", "asked_by", "answer_due_on", "result", "closed_on", "revision"])
    if place is None:
        audit.record(actor=actor, verb="correspondence.corrected", route=0, number=letter.number)
        return letter
    process.corrected(
        actor=actor,
        record=letter,
        place=place,
        what="official_letter",
        reason=reason,
        before=before,
        is_reason_needed=False,
        on=today,
    )
    return letter


@transaction.atomic
def void_letter(*, actor: Actor, letter_id: int, reason: str = "", is_undo: bool = False, on: date) -> OfficialLetter:
    """A letter that was not, or not this one: it counts nowhere and stays readable with the reason."""
    letter, place = _held(actor, letter_id, on)
    if place is not None:
        process.void(actor=actor, record=letter, what="official_letter", reason=reason, is_undo=is_undo, on=on)
    else:
        letter.voided_on = on
        letter.save(update_fields=["voided_on"])
        audit.record(actor=actor, verb="correspondence.voided", route=0, letter=letter.pk)
    if letter.answers_id is not None:
        # What we wrote waits again: the answer was none.
        answered = OfficialLetter.objects.select_for_update().filter(pk=letter.answers_id).first()
        if answered is not None:
            answered.result, answered.closed_on = "", None
            answered.save(update_fields=["result", "closed_on"])
    return letter


def _held(actor: Actor, letter_id: int, on: date) -> tuple[OfficialLetter, Place | None]:
    seen = letter_in_sight(actor=actor, letter_id=letter_id)
    letter = OfficialLetter.every.select_for_update(of=("self",)).get(pk=seen.pk)
    if letter.voided_on is not None:
        raise Conflict(VOIDED)
    place = place_of_letter(actor=actor, letter=letter)
    if place is not None:
        process.check_may_mend(actor=actor, record=letter, on=on)
    elif not policies.may_mend_general(actor, letter, on):
        raise Refused(_NOT_YOURS)
    return letter, place
