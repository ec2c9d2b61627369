"""What held from which day on: histories by days, in which a gap is unknown and never "no"."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from opora.circumstances.rules.kinds import UNKNOWN

Measured = str | Decimal
"""A code of the kind, or a number."""


@dataclass(frozen=True, slots=True)
class Entry:
    """From this day on it was so; of two entries of one day the later written holds."""

    on: date
    value: Measured
    written: int = 0


def entry_on(history: Sequence[Entry], day: date) -> Entry | None:
    """The entry that holds on a day; None before the first one."""
    known = [one for one in history if one.on <= day]
    return max(known, key=lambda one: (one.on, one.written)) if known else None


def value_on(history: Sequence[Entry], day: date) -> Measured | None:
    """What was known to hold on a day; None while nothing is known of it."""
    found = entry_on(history, day)
    return None if found is None or found.value == UNKNOWN else found.value


def periods(history: Sequence[Entry], *, until: date) -> list[tuple[date, date, Measured]]:
    """Whole days from the first to the last, each period with what held; the last goes on until the day asked for.

    Days on which nothing was known lie in no period.
    """
    last: dict[date, Entry] = {}
    for one in sorted(history, key=lambda one: (one.on, one.written)):
        last[one.on] = one
    days = sorted(day for day in last if day <= until)
    ends = [*(day - timedelta(days=1) for day in days[1:]), until]
    return [(day, end, last[day].value) for day, end in zip(days, ends, strict=False) if last[day].value != UNKNOWN]
