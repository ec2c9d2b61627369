"""By what one knows that what was counted of a measure still holds."""

from collections.abc import Callable, Hashable, Iterable

from opora.indicators.queries.kept import marks
from opora.indicators.rules import Measure, Period


def mark_of(measures: Iterable[Measure]) -> Callable[[Measure, Period], Hashable]:
    """The mark of each of these measures and of some days, as the records are now."""
    now = marks(room for one in measures for room in one.rests)
    return lambda measure, _days: tuple(now[room] for room in sorted(measure.rests))
