"""The production calendar as it comes with Opora: each year by the decree that moved its days off.

A year without a decree here is not guessed. The organization keeps years of its own, and they go first.
"""

from datetime import date
from typing import Final

from opora.common.working_days import YearOfDays, by_law, year_of

# The weekdays that a decree made free in exchange for a weekend day, the weekend days worked, and where that is said.
_MOVED: Final = {
    2025: (
        (date(2025, 5, 2), date(2025, 12, 31), date(2025, 5, 8), date(2025, 6, 13), date(2025, 11, 3)),
        (date(2025, 11, 1),),
        # The decree itself moved what the code would have moved to the next Monday.
        (date(2025, 2, 24), date(2025, 3, 10)),
        "постановление Правительства РФ от 04.10.2024 № 1335",
    ),
    2026: (
        (date(2026, 1, 9), date(2026, 12, 31)),
        (),
        (),
        "постановление Правительства РФ от 24.09.2025 № 1466",
    ),
}


def shipped_years() -> dict[int, YearOfDays]:
    """The years that come with Opora."""
    return {year: _shipped(year) for year in _MOVED}


def source_of(year: int) -> str:
    """Where the days of a shipped year are said; empty for a year that does not come with Opora."""
    return _MOVED[year][3] if year in _MOVED else ""


def _shipped(year: int) -> YearOfDays:
    off, worked, not_off, _source = _MOVED[year]
    lawful = by_law(year)
    return year_of((lawful.off - frozenset(not_off)) | frozenset(off), worked)
