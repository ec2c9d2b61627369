"""The period asked for, cut off where one looks at it, and the twelve months up to its end."""

from dataclasses import dataclass
from datetime import date, timedelta

from opora.common.dates import add_months

MONTHS = 12


@dataclass(frozen=True, slots=True)
class Period:
    """From the first day to the last one, both counted, looked at as of a day."""

    first: date
    last: date
    as_of: date

    @property
    def is_empty(self) -> bool:
        return self.last < self.first


def period_of(first: date | None, last: date | None, as_of: date) -> Period:
    """The days asked for: without a first day the year up to the last; nothing after the day one looks from."""
    end = min(last or as_of, as_of)
    begin = first or add_months(end, -MONTHS) + timedelta(days=1)
    return Period(begin, end, as_of)


def months_up_to(day: date) -> list[Period]:
    """The month of a day and the eleven before it, each whole, the last up to the day itself."""
    month = day.replace(day=1)
    firsts = [add_months(month, -back) for back in range(MONTHS - 1, -1, -1)]
    return [Period(one, min(add_months(one, 1) - timedelta(days=1), day), day) for one in firsts]


def with_months(period: Period) -> list[Period]:
    """A period and the months within it, up to a year of them: what changed of one month is counted anew alone."""
    return [period, *(one for one in months_up_to(period.last) if one.first >= period.first)]


def before(period: Period) -> Period:
    """As many days, right before."""
    days = (period.last - period.first).days + 1
    return Period(period.first - timedelta(days=days), period.first - timedelta(days=1), period.as_of)
