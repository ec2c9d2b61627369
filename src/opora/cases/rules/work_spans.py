"""When somebody worked with a family: from the opening to the closing, without the time a case stood closed."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple


class WorkSpan(NamedTuple):
    """One unbroken span of a case: its first day, and its last one, which is None while it goes on."""

    case_id: int
    family_id: int
    program_id: int
    client_id: int
    first: date
    last: date | None

    def touches(self, start: date | None, end: date) -> bool:
        """Whether a day of the span lies in the period, both ends included."""
        return self.first <= end and (start is None or self.last is None or self.last >= start)


def spans_of(
    opened_on: date, closed_on: date | None, undone: Iterable[tuple[date, date]]
) -> list[tuple[date, date | None]]:
    """A life of a case cut at its closings that were undone: (closed, opened again) each."""
    spans: list[tuple[date, date | None]] = []
    first = opened_on
    for closed, again in sorted(undone):
        spans.append((first, closed))
        first = again
    return [*spans, (first, closed_on)]
