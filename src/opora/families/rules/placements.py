"""Where a child lives, as dated changes (S3-77, X-18).

A history is a set of changes: from this day the child lives there. A period ends where the next begins, so
periods cannot overlap and a gap is said aloud as «unknown».
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

KINDS = ("own_family", "relatives", "institution", "foster_family", "hospital", "other", "unknown")


class PlacementFault(StrEnum):
    """Why a change cannot be recorded."""

    KIND = "kind"
    FUTURE = "future"
    BEFORE_BIRTH = "before_birth"


@dataclass(frozen=True, slots=True)
class PlacedPeriod:
    """The child lives there from `from_on` up to, not including, `until_on` (None: still)."""

    kind: str
    from_on: date
    until_on: date | None


def placements_timeline(changes: Iterable[tuple[date, str]]) -> tuple[PlacedPeriod, ...]:
    """Periods in order of time from (day, kind) changes; neighbors of one kind are one period.

    Two changes on one day are a contradiction and raise ValueError.
    """
    ordered = sorted(changes)
    days = [day for day, _ in ordered]
    if len(set(days)) != len(days):
        raise ValueError("two placements begin on one day")
    kept: list[tuple[date, str]] = []
    for day, kind in ordered:
        if not kept or kept[-1][1] != kind:
            kept.append((day, kind))
    ends = (day for day, _ in kept[1:])
    return tuple(PlacedPeriod(kind, day, next(ends, None)) for day, kind in kept)


def placement_on(periods: Sequence[PlacedPeriod], on: date) -> PlacedPeriod | None:
    """The period a day falls in; None before the first one, which is not the same as «unknown»."""
    for period in periods:
        if period.from_on <= on and (period.until_on is None or on < period.until_on):
            return period
    return None


def placement_fault(kind: str, from_on: date, *, born_on: date | None, on: date) -> PlacementFault | None:
    """Why a change cannot be true: no such kind, a day to come, a day before the child was born."""
    if kind not in KINDS:
        return PlacementFault.KIND
    if from_on > on:
        return PlacementFault.FUTURE
    if born_on is not None and from_on < born_on:
        return PlacementFault.BEFORE_BIRTH
    return None
