"""On which days a letter with reminders goes out, and how far it looks ahead."""

from datetime import date, timedelta
from typing import Final

OFF: Final = "off"
WEEKDAYS: Final = "weekdays"
WEEKLY: Final = "weekly"
RHYTHMS: Final = (OFF, WEEKDAYS, WEEKLY)

_MONDAY, _FRIDAY = 0, 4


def is_letter_day(rhythm: str, on: date) -> bool:
    """Whether a letter may go out on this day: from Monday to Friday, on Mondays, or never."""
    if rhythm == WEEKDAYS:
        return on.weekday() <= _FRIDAY
    return rhythm == WEEKLY and on.weekday() == _MONDAY


def looks_until(rhythm: str, on: date) -> date:
    """The last day a letter names thing by thing: the next working day, or the whole week of a weekly one.

    A letter of every day that looked farther would say the same each morning, and nobody would read it any more.
    """
    if rhythm == WEEKLY:
        return on + timedelta(days=6)
    return on + timedelta(days=3 if on.weekday() == _FRIDAY else 1)
