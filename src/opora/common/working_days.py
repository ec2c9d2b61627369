"""Working days as Russian offices count them: by a table of each year's days off, and never past its end."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

CALENDAR, WORKING = "calendar", "working"
UNITS = (CALENDAR, WORKING)
MOST_DAYS = 365


class YearNotKnown(LookupError):
    """The days off of a year are not in the table yet, so nobody can say when a term of working days ends."""

    def __init__(self, year: int) -> None:
        super().__init__(str(year))
        self.year = year


@dataclass(frozen=True, slots=True)
class YearOfDays:
    """What makes a year differ from its weeks: weekdays that are off, and Saturdays or Sundays that are worked."""

    off: frozenset[date] = field(default_factory=frozenset)
    worked: frozenset[date] = field(default_factory=frozenset)

    def is_working(self, day: date) -> bool:
        """Whether offices work on this day of the year."""
        return day in self.worked or (day.weekday() < 5 and day not in self.off)


def is_working(day: date, years: Mapping[int, YearOfDays]) -> bool:
    """Whether offices work on a day; raises YearNotKnown."""
    if day.year not in years:
        raise YearNotKnown(day.year)
    return years[day.year].is_working(day)


def due_day(sent_on: date, days: int, unit: str, years: Mapping[int, YearOfDays]) -> date:
    """The last day of a term that begins the day after `sent_on`; raises YearNotKnown, ValueError for no term.

    A term of calendar days that ends on a day off ends on the next working day where the table knows it, as terms do.
    """
    if unit not in UNITS or not 0 < days <= MOST_DAYS:
        raise ValueError(f"{days} {unit}")
    if unit == WORKING:
        day, left = sent_on, days
        while left:
            day += timedelta(days=1)
            left -= is_working(day, years)
        return day
    day = sent_on + timedelta(days=days)
    while day.year in years and not is_working(day, years):
        day += timedelta(days=1)
    return day


def by_law(year: int) -> YearOfDays:
    """The holidays of a year as the labor code has them, without what a decree moves: a beginning to be completed.

    A holiday that falls on a day off moves to the next working day, but for those of January (article 112).
    """
    holidays = [date(year, month, day) for month, day in _HOLIDAYS]
    january = {date(year, 1, day) for day in range(1, 9)}
    off = january | set(holidays)
    for holiday in holidays:
        if holiday.weekday() >= 5:
            moved = holiday
            while moved.weekday() >= 5 or moved in off:
                moved += timedelta(days=1)
            off.add(moved)
    return year_of(off)


def year_of(off: Collection[date], worked: Collection[date] = ()) -> YearOfDays:
    """A year by its days off; those that are Saturdays and Sundays anyway say nothing."""
    return YearOfDays(frozenset(day for day in off if day.weekday() < 5), frozenset(worked))


_HOLIDAYS = ((2, 23), (3, 8), (5, 1), (5, 9), (6, 12), (11, 4))
