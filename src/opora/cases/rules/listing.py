"""What a list of cases is asked for, and where a page of it begins."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

_SPANS = (2, 6, 24)
_FIRST, _LAST = 12 * date.min.year + 1, 12 * date.max.year + 12
_CURSOR = re.compile(r"(\d{4})(\d{2})(\d{2})-(\d{1,18})", re.ASCII)


@dataclass(frozen=True, slots=True)
class CaseFilters:
    """Which cases are wanted; an empty filter wants all that the person may see.

    `text` is a number in any spelling, a code (И3) or, for those who may, a name or telephone number.
    `state` is "open", "closed" or "". `due_on` wants cases whose follow-up is due by that day,
    `worker_id` those in whose team somebody is now.
    """

    text: str = ""
    state: str = ""
    department_id: int | None = None
    program_id: int | None = None
    mine: bool = False
    due_on: date | None = None
    worker_id: int | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A case's place in the list: the newest opening first, the newest record first within a day."""

    opened_on: date
    case_id: int

    def __str__(self) -> str:
        return f"{self.opened_on:%Y%m%d}-{self.case_id}"


@dataclass(frozen=True, slots=True)
class Span:
    """A run of whole months; `months` are numbered year * 12 + month, `first_on` and `last_on` are its days."""

    months: tuple[int, ...]

    @property
    def first_on(self) -> date:
        return _first_of(self.months[0])

    @property
    def last_on(self) -> date:
        return _first_of(self.months[-1] + 1) - timedelta(days=1)


def spans(start: date, *, to_newer: bool) -> list[Span]:
    """Where the cases beside a day are looked for: two months, then half a year, then two years."""
    month = start.year * 12 + start.month
    runs = (range(month, month + length) if to_newer else range(month - length + 1, month + 1) for length in _SPANS)
    # An address may name a day at either end of the calendar: there all cases are gone through at once.
    return [Span(tuple(run)) for run in runs if run[0] >= _FIRST and run[-1] < _LAST]


def _first_of(month: int) -> date:
    year, month_before = divmod(month - 1, 12)
    return date(year, month_before + 1, 1)


def parse_place(text: str) -> Place | None:
    """Read a place back from an address; None for anything else, so that a broken link shows the first page."""
    found = _CURSOR.fullmatch(text)
    if found is None:
        return None
    year, month, day, case_id = (int(part) for part in found.groups())
    try:
        return Place(date(year, month, day), case_id)
    except ValueError:
        return None
