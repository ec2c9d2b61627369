"""The period asked for, cut off where one looks at it, and the twelve months up to its end."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from opora.common.dates import add_months

MONTHS = 12
EARLIEST: Final = date(1990, 1, 1)


class PeriodRule(StrEnum):
    """Over which days an own indicator counts, whatever first day is asked for."""

    ASKED = ""
    """The days asked for."""
    MONTH = "month"
    """The month of the last day."""
    QUARTER = "quarter"
    """The quarter of the last day."""
    YEAR = "year"
    """From the first of January on."""
    TWELVE_MONTHS = "twelve_months"
    """The twelve months up to the last day."""
    EVER = "ever"
    """Everything up to the last day."""


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


def by_rule(rule: str, period: Period) -> Period:
    """The days that a period means by a rule: its last day stays, and so does the day one looks from."""
    end = period.last
    first = {
        PeriodRule.MONTH: end.replace(day=1),
        PeriodRule.QUARTER: end.replace(day=1, month=end.month - (end.month - 1) % 3),
        PeriodRule.YEAR: end.replace(day=1, month=1),
        PeriodRule.TWELVE_MONTHS: add_months(end, -MONTHS) + timedelta(days=1),
        PeriodRule.EVER: EARLIEST,
    }.get(PeriodRule(rule), period.first)
    return period if period.is_empty else replace(period, first=first)


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
