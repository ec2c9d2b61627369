"""Periods of closing as whole months and the odd days before and after them."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class WholeMonths:
    """The months a period holds wholly: from `first` up to, but without, `end`; None: no bound on that side."""

    first: date | None
    end: date | None

    @property
    def is_empty(self) -> bool:
        return self.first is not None and self.end is not None and self.first >= self.end


def whole_months(closed_from: date | None, closed_to: date | None) -> WholeMonths:
    """The whole months between two days, both included.

    15.01 to 31.03 holds February and March; the odd days are those of the period before `first` and from `end` on.
    """
    first = None if closed_from is None else closed_from if closed_from.day == 1 else _next_month(closed_from)
    if closed_to is None:
        return WholeMonths(first, None)
    after = date.fromordinal(closed_to.toordinal() + 1) if closed_to < date.max else closed_to
    return WholeMonths(first, after.replace(day=1))


def _next_month(day: date) -> date:
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)
