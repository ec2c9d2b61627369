"""Days a table speaks of: fixed ones, or such as move along with the day it is run."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from opora.common.dates import add_months

PERIODS: Final = (
    "last_12", "this_year", "last_year", "this_quarter", "last_quarter", "this_month", "last_month", "ever", "days",
)  # fmt: skip
_EARLIEST: Final = date(1990, 1, 1)


@dataclass(frozen=True, slots=True)
class Period:
    """From the first day to the last one, both counted, looked at as of a day."""

    first: date
    last: date
    as_of: date

    @property
    def is_empty(self) -> bool:
        return self.last < self.first


def days_of(kind: str, as_of: date, first: date | None = None, last: date | None = None) -> Period:
    """The days a kind of period means on a day; nothing after that day is looked at."""
    month, year = as_of.replace(day=1), as_of.replace(month=1, day=1)
    quarter = month.replace(month=month.month - (month.month - 1) % 3)
    day = timedelta(days=1)
    begin, end = {
        "last_12": (add_months(as_of, -12) + day, as_of),
        "this_year": (year, as_of),
        "last_year": (year.replace(year=year.year - 1), year - day),
        "this_quarter": (quarter, as_of),
        "last_quarter": (add_months(quarter, -3), quarter - day),
        "this_month": (month, as_of),
        "last_month": (add_months(month, -1), month - day),
        "ever": (_EARLIEST, as_of),
        "days": (first or _EARLIEST, min(last or as_of, as_of)),
    }[kind]
    return Period(begin, end, as_of)


def keys_between(dimension: str, first: date, last: date, most: int) -> list[str]:
    """Every month, quarter or year from one day to another, so that an empty one is seen; none where they are many."""
    found: list[str] = []
    for key in _keys(dimension, first, last):
        if len(found) == most:
            return []
        found.append(key)
    return found


def _keys(dimension: str, first: date, last: date) -> Iterator[str]:
    steps = {"month": 1, "quarter": 3, "year": 12}[dimension]
    day = first.replace(day=1, month=first.month - (first.month - 1) % steps)
    while day <= last:
        yield key_of(dimension, day)
        day = add_months(day, steps)


def key_of(dimension: str, day: date) -> str:
    """The code of the month, quarter or year a day lies in."""
    if dimension == "year":
        return f"{day:%Y}"
    return f"{day:%Y}-{(day.month - 1) // 3 + 1}" if dimension == "quarter" else f"{day:%Y-%m}"
