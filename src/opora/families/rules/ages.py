"""Age on a day, in whole years and, for the little ones, months."""

from dataclasses import dataclass
from datetime import date

from .births import Birth

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


@dataclass(frozen=True, slots=True)
class AgeSpan:
    """Between which ages somebody is whose birth date is not known to the day; both are one when it is."""

    youngest: Age
    oldest: Age
    is_about: bool = False

    @property
    def is_exact(self) -> bool:
        return self.youngest == self.oldest

    @property
    def years(self) -> int | None:
        """The whole years, where both ends agree; otherwise nobody knows."""
        return self.youngest.years if self.youngest.years == self.oldest.years else None

    @property
    def middle(self) -> int:
        """The whole years about which it is."""
        return (self.youngest.months_lived + self.oldest.months_lived) // 24


def age_span(birth: Birth, on: date) -> AgeSpan | None:
    """Between which ages somebody is on a day; None before birth."""
    oldest = age_on(birth.earliest, on)
    if oldest is None:
        return None
    return AgeSpan(age_on(birth.latest, on) or Age(0, 0), oldest, birth.is_about)
