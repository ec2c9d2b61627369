"""Age on a day, in whole years and, for the little ones, months."""

from dataclasses import dataclass
from datetime import date

OF_AGE = 18
"""Whole years from which on somebody is no child."""


@dataclass(frozen=True, slots=True)
class Age:
    """Whole years lived and whole months since the last birthday (0 to 11)."""

    years: int
    months: int

    @property
    def months_lived(self) -> int:
        """Whole months since birth, for a child too small to be counted in years."""
        return self.years * 12 + self.months


def age_on(born_on: date, on: date) -> Age | None:
    """Age on a day; None before birth.

    A birthday of 29 February is kept on 1 March of a common year, as the civil code counts completed years.
    """
    months = (on.year - born_on.year) * 12 + on.month - born_on.month
    if on.day < born_on.day:
        months -= 1
    if months < 0:
        return None
    return Age(months // 12, months % 12)


def comes_of_age_on(born_on: date) -> date:
    """The eighteenth birthday; a birthday of 29 February is kept on 1 March of a common year (S4-39)."""
    year = born_on.year + OF_AGE
    try:
        return born_on.replace(year=year)
    except ValueError:
        return date(year, 3, 1)
