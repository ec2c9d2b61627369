"""How somebody wants to be reminded, and whose calendar an address is."""

from dataclasses import dataclass
from datetime import date, datetime

from opora.access import queries as access
from opora.access.rules import Actor, hash_token
from opora.common.errors import NotFound
from opora.reminders.models import CalendarAddress, ReminderChoice
from opora.reminders.rules import is_letter_day


def choice_of(*, actor: Actor) -> ReminderChoice:
    """What the person chose; a choice not made yet says no letters."""
    found = ReminderChoice.objects.filter(user_id=actor.own_id).first()
    return found or ReminderChoice(user_id=actor.own_id)


def address_of(*, actor: Actor) -> CalendarAddress | None:
    """The person's calendar address, of which only the days are known."""
    return CalendarAddress.objects.filter(user_id=actor.own_id, revoked_at=None).first()


@dataclass(frozen=True, slots=True)
class Reader:
    """Whose reminders a calendar address gives, and in which words."""

    address_id: int
    actor: Actor
    is_wide: bool
    language: str
    made_at: datetime
    read_on: date | None


def reader_of(*, token: str) -> Reader:
    """The person behind a calendar address; NotFound for one revoked, made up, or of somebody who left."""
    found = CalendarAddress.objects.select_related("user").filter(
        token_hash=hash_token(token), revoked_at=None, user__is_active=True
    )
    address = found.first()
    if address is None:
        raise NotFound
    actor = access.actor_for(address.user)
    choice = choice_of(actor=actor)
    return Reader(address.pk, actor, choice.is_wide, choice.language, address.created_at, address.read_on)


def awaiting_letters(*, on: date) -> list[int]:
    """The people to whom a letter may go on this day and has not gone yet, by id."""
    wanted = ReminderChoice.objects.exclude(rhythm=ReminderChoice.Rhythm.OFF).filter(user__is_active=True)
    rows = wanted.exclude(done_on=on).order_by("user_id").values_list("user_id", "rhythm")
    return [user_id for user_id, rhythm in rows if is_letter_day(rhythm, on)]


def rhythm_choices() -> list[tuple[str, str]]:
    """How often a letter may come, in words."""
    return [(value, str(label)) for value, label in ReminderChoice.Rhythm.choices]
