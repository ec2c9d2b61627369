"""Bands instead of days, ages and numbers (standards, section 5)."""

from datetime import date
from typing import Final

AGES: Final = ((0, 2), (3, 6), (7, 11), (12, 17))
SIDES: Final = ((0, 5), (6, 10), (11, 20), (21, 30), (31, 999))
UNKNOWN: Final = "unknown"


def age_band(age: int | None) -> str:
    """«0-2», «3-6», «7-11», «12-17»; of who is of age, or whose age nobody knows, nothing more is said."""
    return _band(age, AGES)


def sides_band(weak: int | None) -> str:
    """So many weak sides, roughly."""
    return _band(weak, SIDES)


def children_band(children: int) -> str:
    """One, two, three, or more children; nobody counts a fourth and a fifth apart."""
    return str(children) if children < 4 else "4+"


def quarter(day: date) -> str:
    """The quarter instead of the day."""
    return f"{day.year}-{(day.month - 1) // 3 + 1}"


def _band(value: int | None, bands: tuple[tuple[int, int], ...]) -> str:
    if value is None:
        return UNKNOWN
    for low, high in bands:
        if low <= value <= high:
            return f"{low}-{high}" if high < 999 else f"{low}+"
    return UNKNOWN
