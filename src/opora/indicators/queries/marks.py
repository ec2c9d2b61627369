"""By what one knows that what was counted of a measure still holds: newest changes of its rooms, months of closings."""

from collections.abc import Callable, Hashable, Iterable
from datetime import date

from opora.common.planning import ask_known
from opora.indicators.queries.kept import marks
from opora.indicators.rules import Measure, Period

# Every change of a closed case counts its month anew, in the same transaction (0012, 0027).
# reads: evidence_monthtally
_MONTHS = "SELECT month, COUNT(*), MAX(counted_at)::text FROM evidence_monthtally GROUP BY month ORDER BY month"


def mark_of(measures: Iterable[Measure]) -> Callable[[Measure, Period], Hashable]:
    """The mark of each of these measures over some days, as the records are now."""
    listed = list(measures)
    now = marks(room for one in listed for room in one.rests)
    months = ask_known(_MONTHS, {}) if any(one.is_by_closing for one in listed) else []

    def mark(measure: Measure, days: Period) -> Hashable:
        told: tuple[Hashable, ...] = tuple(now[room] for room in sorted(measure.rests))
        if not measure.is_by_closing:
            return told
        first: date = days.first.replace(day=1)
        return told, tuple(month for month in months if first <= month[0] <= days.last)

    return mark
