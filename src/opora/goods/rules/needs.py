"""When a family needs something again, and how much of what was planned it got."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from opora.common.dates import add_months

ONCE, WEEK, TWO_WEEKS, MONTH, QUARTER, HALF_YEAR, YEAR = "once", "week", "two_weeks", "month", "quarter", "half", "year"
RHYTHMS = (ONCE, WEEK, TWO_WEEKS, MONTH, QUARTER, HALF_YEAR, YEAR)
_DAYS = {WEEK: 7, TWO_WEEKS: 14}
_MONTHS = {MONTH: 1, QUARTER: 3, HALF_YEAR: 6, YEAR: 12}
_MOST_TIMES = 2_000


def due_again(rhythm: str, given_on: date) -> date | None:
    """The day on which it is needed again after it was given; never, of what is needed once."""
    if rhythm in _DAYS:
        return given_on + timedelta(days=_DAYS[rhythm])
    return add_months(given_on, _MONTHS[rhythm]) if rhythm in _MONTHS else None


def times_due(rhythm: str, since: date, until: date) -> int:
    """How often it was needed from its first day to a day, both counted."""
    if until < since:
        return 0
    if rhythm in _DAYS:
        return (until - since).days // _DAYS[rhythm] + 1
    if rhythm not in _MONTHS:
        return 1
    # Counted from the first day, so that the 31st does not wander to the 28th.
    return next(
        n for n in range(1, _MOST_TIMES) if add_months(since, _MONTHS[rhythm] * n) > until or n == _MOST_TIMES - 1
    )


def paid_until(from_on: date, months: int) -> date:
    """The last day that so many months of rent cover: of two from the first of December the last of January."""
    return add_months(from_on, months) - timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Covered:
    """Planned against given."""

    planned: Decimal
    given: Decimal

    @property
    def missing(self) -> Decimal:
        return max(self.planned - self.given, Decimal(0))


def covered(rhythm: str, quantity: Decimal, given: Decimal, *, since: date, until: date) -> Covered:
    """How much was needed until a day, and how much of it was given."""
    return Covered(quantity * times_due(rhythm, since, until), given)
