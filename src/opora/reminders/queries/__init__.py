"""Reading reminders: for one person, in the sight of that person only."""

from opora.reminders.queries.choices import (
    Reader,
    address_of,
    awaiting_letters,
    choice_of,
    reader_of,
    rhythm_choices,
)
from opora.reminders.queries.reading import LIMIT, Day, Due, day_of, diary_of, reminders_of
from opora.reminders.queries.sources import ALL_KINDS, DIARY, KINDS, SOURCES
from opora.reminders.queries.whose_reminders import leads

__all__ = [
    "ALL_KINDS",
    "DIARY",
    "KINDS",
    "LIMIT",
    "SOURCES",
    "Day",
    "Due",
    "Reader",
    "address_of",
    "awaiting_letters",
    "choice_of",
    "day_of",
    "diary_of",
    "leads",
    "reader_of",
    "reminders_of",
    "rhythm_choices",
]
