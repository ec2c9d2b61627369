"""A day proposed by the ages of the children (S0-38), and how far a family keeps to it (S0-40)."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Final

KEPT, PARTLY, NOT = "kept", "partly", "not"
_WORTH: Final = {KEPT: 1.0, PARTLY: 0.5, NOT: 0.0}


@dataclass(frozen=True, slots=True)
class Slot:
    """A part of a day by a code whose words are said elsewhere."""

    at: time
    until: time | None
    what: str


# Up to which age in months, and the day of a child of that age.
_BABY: Final = (
    Slot(time(6), time(6, 30), "feed_wash"),
    Slot(time(8), time(8, 30), "breakfast"),
    Slot(time(9), time(11), "baby_sleep"),
    Slot(time(11), time(12, 30), "walk"),
    Slot(time(13), time(13, 30), "lunch"),
    Slot(time(14), time(16), "baby_sleep"),
    Slot(time(16), time(18), "play"),
    Slot(time(18, 30), time(19), "supper"),
    Slot(time(19, 30), time(20), "bath"),
    Slot(time(20, 30), None, "bed_time"),
)
_TODDLER: Final = (
    Slot(time(7), time(7, 30), "get_up"),
    Slot(time(8), time(8, 30), "breakfast"),
    Slot(time(9), time(10), "play"),
    Slot(time(10), time(12), "walk"),
    Slot(time(12, 30), time(13), "lunch"),
    Slot(time(13), time(15), "day_sleep"),
    Slot(time(15, 30), time(16), "snack"),
    Slot(time(16), time(18), "play"),
    Slot(time(18, 30), time(19), "supper"),
    Slot(time(19, 30), time(20, 30), "bath"),
    Slot(time(20, 30), None, "bed_time"),
)
_SCHOOL: Final = (
    Slot(time(7), time(7, 30), "get_up"),
    Slot(time(7, 30), time(8), "breakfast"),
    Slot(time(8), time(13), "school"),
    Slot(time(13, 30), time(14), "lunch"),
    Slot(time(14, 30), time(16), "homework"),
    Slot(time(16), time(18), "walk"),
    Slot(time(18, 30), time(19), "supper"),
    Slot(time(19), time(20, 30), "together"),
    Slot(time(21, 30), None, "bed_time"),
)
_ADULTS: Final = (
    Slot(time(7), time(7, 30), "get_up"),
    Slot(time(8), time(8, 30), "breakfast"),
    Slot(time(10), time(12), "errands"),
    Slot(time(13), time(13, 30), "lunch"),
    Slot(time(15), time(17), "lessons"),
    Slot(time(18, 30), time(19), "supper"),
    Slot(time(22), None, "bed_time"),
)
_BY_AGE: Final = ((18, _BABY), (84, _TODDLER), (216, _SCHOOL))
_EVERYBODY: Final = (Slot(time(17), time(18), "household"),)


def propose_day(ages_in_months: Collection[int]) -> list[Slot]:
    """The day of the youngest child, with what the older ones add and the household; hours never collide twice."""
    chosen: dict[tuple[time, str], Slot] = {}
    sets = [next((day for most, day in _BY_AGE if age <= most), _ADULTS) for age in sorted(ages_in_months)]
    for day in (sets or [_ADULTS])[:1]:
        chosen |= {(slot.at, slot.what): slot for slot in day}
    for day in sets[1:]:
        known = {slot.what for slot in chosen.values()}
        chosen |= {(slot.at, slot.what): slot for slot in day if slot.what in {"school", "homework"} - known}
    chosen |= {(slot.at, slot.what): slot for slot in _EVERYBODY}
    return sorted(chosen.values(), key=lambda slot: (slot.at, slot.what))


@dataclass(frozen=True, slots=True)
class Week:
    """How far the routine was kept in a week: of the days that were looked at, never of all."""

    monday: date
    looked_at: int
    percent: int | None


def weeks_of(marks: Mapping[date, str]) -> list[Week]:
    """The weeks with a mark, the newest first; a day kept in part counts half."""
    weeks: dict[date, list[str]] = {}
    for day, mark in marks.items():
        weeks.setdefault(day - timedelta(days=day.weekday()), []).append(mark)
    return [Week(monday, len(found), adherence(found)) for monday, found in sorted(weeks.items(), reverse=True)]


def adherence(marks: Iterable[str]) -> int | None:
    """The share of the days kept, in percent; None where nobody looked."""
    found = list(marks)
    return round(100 * sum(_WORTH[mark] for mark in found) / len(found)) if found else None


def skills_formed(levels: Iterable[Mapping[str, int]]) -> int:
    """Skills in which somebody came at least one step further from coming to leaving and needs no help now (S0-41)."""
    return sum("exit" in one and one["exit"] >= 2 and one["exit"] > one.get("entry", 0) for one in levels)
