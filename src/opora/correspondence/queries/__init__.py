"""Reading letters, agreements and meetings: within sight, without their words unless somebody opens them."""

from opora.correspondence.queries.agreements import (
    agreement_in_sight,
    agreements,
    meeting_in_sight,
    meetings,
    whom_met,
)
from opora.correspondence.queries.letters import (
    LetterFilters,
    LetterLine,
    last_addressee,
    letter_in_sight,
    letters,
    letters_at,
    named_in,
    place_of_letter,
    seen_by,
    told_outside,
)
from opora.correspondence.queries.remembered import cases_of, mark_of

__all__ = [
    "LetterFilters",
    "LetterLine",
    "agreement_in_sight",
    "agreements",
    "cases_of",
    "last_addressee",
    "letter_in_sight",
    "letters",
    "letters_at",
    "mark_of",
    "meeting_in_sight",
    "meetings",
    "named_in",
    "place_of_letter",
    "seen_by",
    "told_outside",
    "whom_met",
]
