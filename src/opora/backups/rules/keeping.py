"""How long backups are kept: the newest of each of the last days, weeks and months, as `7d,4w,6m` says it."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

_PART = re.compile(r"(\d{1,4})([dwm])")


@dataclass(frozen=True, slots=True)
class Keeping:
    """So many days, weeks and months, of each of which the newest backup stays."""

    days: int = 0
    weeks: int = 0
    months: int = 0


def parse(text: str) -> Keeping:
    """The term as it is typed: `7d,4w,6m`, each at most once. ValueError when it says something else or nothing."""
    found: dict[str, int] = {}
    for part in text.replace(" ", "").lower().split(","):
        read = _PART.fullmatch(part)
        if read is None or read[2] in found:
            raise ValueError(text)
        found[read[2]] = int(read[1])
    if not any(found.values()):
        raise ValueError(text)
    return Keeping(found.get("d", 0), found.get("w", 0), found.get("m", 0))


def to_let_go(moments: Iterable[datetime], keeping: Keeping) -> set[datetime]:
    """Which backups may go. The newest of all never does, nor one made at a day that has no other.

    A day, week or month without a backup takes no place: after a pause the old ones are still there.
    """
    ordered = sorted(set(moments), reverse=True)
    stay = set(ordered[:1])
    spans: list[tuple[Callable[[date], object], int]] = [
        (lambda day: day, keeping.days),
        (lambda day: day.isocalendar()[:2], keeping.weeks),
        (lambda day: (day.year, day.month), keeping.months),
    ]
    for span, count in spans:
        newest: dict[object, datetime] = {}
        for moment in ordered:
            newest.setdefault(span(moment.date()), moment)
        stay |= set(list(newest.values())[:count])
    return set(ordered) - stay


def kept_until(day: date, keeping: Keeping) -> date:
    """The day on which a backup of this day goes at the latest, when one is made every night."""
    month = day.year * 12 + day.month - 1 + keeping.months
    goes = [
        day + timedelta(days=keeping.days),
        day - timedelta(days=day.weekday()) + timedelta(weeks=keeping.weeks),
        date(month // 12, month % 12 + 1, 1),
    ]
    return max(goes)
