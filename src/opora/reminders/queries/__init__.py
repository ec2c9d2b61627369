"""Reading reminders: for one person, in the sight of that person only."""

from opora.reminders.queries.choices import (
    Reader,
    address_of,
    awaiting_letters,
    choice_of,
    reader_of,
    rhythm_choices,
)
from opora.reminders.queries.reading import LIMIT, Due, reminders_of
from opora.reminders.queries.sight import leads
from opora.reminders.queries.sources import KINDS, ON_TODAY, SOURCES

__all__ = [
    "KINDS",
    "LIMIT",
    "ON_TODAY",
    "SOURCES",
    "Due",
    "Reader",
    "address_of",
    "awaiting_letters",
    "choice_of",
    "leads",
    "reader_of",
    "reminders_of",
    "rhythm_choices",
]
