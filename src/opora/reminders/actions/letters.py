"""Sending the letters of a day: at most one for each person, and one that fails stops no other."""

import logging
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import override

from opora.access.models import User
from opora.access.queries import actor_for
from opora.access.rules import SYSTEM
from opora.audit.actions import record
from opora.reminders import letters
from opora.reminders.models import ReminderChoice
from opora.reminders.queries import awaiting_letters, leads, reminders_of
from opora.reminders.rules import looks_until, near

logger = logging.getLogger("opora.reminders")


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of the letters of one run: sent, nothing to say, failed."""

    sent: int = 0
    empty: int = 0
    failed: int = 0


def send_letters(*, on: date) -> Sent:
    """Write to everybody who asked for it and has something due; a failed letter is tried at the next run."""
    counts = {"sent": 0, "empty": 0, "failed": 0}
    for user_id in awaiting_letters(on=on):
        if (became := _send_one(user_id, on)) is not None:
            counts[became] += 1
    done = Sent(**counts)
    if done.sent or done.failed:
        record(actor=SYSTEM, verb="reminders.letters_sent", sent=done.sent, failed=done.failed)
    return done


def _send_one(user_id: int, on: date) -> str | None:
    """Claim the day first: a second worker, or this one started again, then finds nothing left to do."""
    claimed = _claim(user_id, on)
    if claimed is None:
        return None
    choice, before = claimed
    try:
        return "sent" if _write(choice, on) else "empty"
    except Exception as error:
        # Its message may hold the address or the text of the letter; the kind of trouble tells enough.
        logger.warning("A letter with reminders was not sent: %s", type(error).__name__)
        ReminderChoice.objects.filter(pk=user_id, done_on=on).update(done_on=before)
        return "failed"


@transaction.atomic
def _claim(user_id: int, on: date) -> tuple[ReminderChoice, date | None] | None:
    rows = ReminderChoice.objects.select_for_update(skip_locked=True).filter(pk=user_id)
    choice = rows.exclude(rhythm=ReminderChoice.Rhythm.OFF).exclude(done_on=on).first()
    if choice is None:
        return None
    before, choice.done_on = choice.done_on, on
    choice.save(update_fields=["done_on"])
    return choice, before


def _write(choice: ReminderChoice, on: date) -> bool:
    user = User.objects.filter(pk=choice.user_id, is_active=True).first()
    if user is None:
        return False
    actor = actor_for(user)
    found = reminders_of(actor=actor, on=on, is_wide=choice.is_wide and leads(actor)).reminders
    due, later = near(found, looks_until(choice.rhythm, on))
    if not due:
        return False
    with override(choice.language):
        letter = letters.letter_of(due, len(later), on=on)
    letters.post(letter, user.email)
    return True
