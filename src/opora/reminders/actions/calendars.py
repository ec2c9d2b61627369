"""The secret address of somebody's calendar: made, made anew, taken back."""

import secrets
from datetime import date

from django.db import transaction
from django.db.models import QuerySet

from opora.access.models import User
from opora.access.rules import Actor, hash_token
from opora.audit.actions import record
from opora.common.dates import now
from opora.reminders import policies
from opora.reminders.models import CalendarAddress


@transaction.atomic
def make_calendar(*, actor: Actor) -> str:
    """A new address, whose secret is given out here and never again; the one before stops working at once."""
    user_id = policies.own(actor)
    # Two windows at once: the second waits here and then takes back the address of the first.
    User.objects.select_for_update().filter(pk=user_id).first()
    token = secrets.token_urlsafe(32)
    _open_ones(user_id).update(revoked_at=now())
    CalendarAddress.objects.create(user_id=user_id, token_hash=hash_token(token))
    record(actor=actor, verb="reminders.calendar_made")
    return token


@transaction.atomic
def revoke_calendar(*, actor: Actor) -> bool:
    """Take the address back; says whether there was one."""
    if not _open_ones(policies.own(actor)).update(revoked_at=now()):
        return False
    record(actor=actor, verb="reminders.calendar_revoked")
    return True


def note_reading(*, address_id: int, on: date) -> None:
    """Keep the day on which a calendar program last looked, so that a forgotten address is noticed by its owner."""
    CalendarAddress.objects.filter(pk=address_id).exclude(read_on=on).update(read_on=on)


def _open_ones(user_id: int) -> QuerySet[CalendarAddress]:
    return CalendarAddress.objects.filter(user_id=user_id, revoked_at=None)
