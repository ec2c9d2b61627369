"""A day by which something is to be done, in the words that the whole house uses for it."""

from dataclasses import dataclass
from datetime import date, timedelta

from opora.reminders.words import lateness

_NEAR = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class Due:
    """The day and how far it is; whether it has passed, and whether it is near."""

    words: str
    is_late: bool
    is_near: bool


def due_said(day: date, on: date) -> Due:
    """Of a day that has passed only how late it is, of a day to come both."""
    is_late = day < on
    words = lateness(day, on) if is_late or day == on else f"{day.strftime('%d.%m.%Y')}, {lateness(day, on)}"
    return Due(words, is_late, day <= on + _NEAR)
