"""Rules of what changes in a life: pure, without clock and database."""

from opora.circumstances.rules.histories import Entry, Measured, periods, value_on
from opora.circumstances.rules.kinds import KINDS, UNKNOWN, About, ChangeKind, Rater
from opora.circumstances.rules.moves import (
    Gained,
    has_stable_income,
    housing_moves,
    is_stable,
    moved_forward,
    skills_gained,
)

__all__ = [
    "KINDS",
    "UNKNOWN",
    "About",
    "ChangeKind",
    "Entry",
    "Gained",
    "Measured",
    "Rater",
    "has_stable_income",
    "housing_moves",
    "is_stable",
    "moved_forward",
    "periods",
    "skills_gained",
    "value_on",
]
