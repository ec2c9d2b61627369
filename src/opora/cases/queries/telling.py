"""What was told in free words when a case ended and after it: sealed, opened for whoever reads the case."""

from opora.cases.models import Closing, FollowUpContact
from opora.families.sealing import unseal

PLAN_AFTER = "cases.plan_after"
FOLLOW_UP_NOTE = "cases.follow_up"


def plan_after_of(closing: Closing) -> str:
    """What the family goes on with after the closing; the case has been read for the person."""
    return str(unseal(closing.plan_after, PLAN_AFTER)) if closing.plan_after is not None else ""


def note_of(contact: FollowUpContact) -> str:
    """What was written down of a contact after the exit."""
    return str(unseal(contact.note, FOLLOW_UP_NOTE)) if contact.note is not None else ""
