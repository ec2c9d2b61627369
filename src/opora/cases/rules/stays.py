"""A family's stay in the crisis centre: move in, extensions, move out (S3-83, S3-84)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from opora.cases.rules.lifecycle import Problem


@dataclass(frozen=True, slots=True)
class StayDays:
    """One stay: the first day, the agreed last day (None: not agreed) and the day the family left."""

    from_on: date
    planned_until: date | None = None
    left_on: date | None = None


def problems_of_moving_in(
    earlier: Sequence[StayDays], *, opened_on: date, planned_until: date | None, on: date
) -> list[Problem]:
    """A family moves in after its case opened and after it left the last time; the agreed end comes later."""
    found = []
    if on < opened_on:
        found.append(Problem.BEFORE_OPENING)
    if any(stay.left_on is None for stay in earlier):
        found.append(Problem.STAY_GOES_ON)
    elif any(stay.left_on and on < stay.left_on for stay in earlier):
        found.append(Problem.STAYS_OVERLAP)
    if planned_until and planned_until < on:
        found.append(Problem.PLANNED_BEFORE_START)
    return found


def problems_of_extension(stay: StayDays, *, until: date) -> list[Problem]:
    """An extension moves the agreed end to a later day; a stay may be extended as often as needed (S3-83)."""
    if stay.left_on is not None:
        return [Problem.NO_STAY]
    present = stay.planned_until or stay.from_on
    return [] if until > present else [Problem.NOT_LONGER]


def problems_of_moving_out(stay: StayDays, *, on: date) -> list[Problem]:
    """A family leaves once, not before it came."""
    if stay.left_on is not None:
        return [Problem.NO_STAY]
    return [Problem.BEFORE_STAY] if on < stay.from_on else []


def problems_of_days(days: StayDays, others: Sequence[StayDays], *, opened_on: date) -> list[Problem]:
    """Days set right lie in the case and meet no other stay of the family; only the last one may go on."""
    found = []
    if days.from_on < opened_on:
        found.append(Problem.BEFORE_OPENING)
    if days.left_on is not None and days.left_on < days.from_on:
        found.append(Problem.BEFORE_STAY)
    if days.planned_until is not None and days.planned_until < days.from_on:
        found.append(Problem.PLANNED_BEFORE_START)
    if any(_meet(days, other) for other in others):
        found.append(Problem.STAYS_OVERLAP)
    return found


def _meet(one: StayDays, other: StayDays) -> bool:
    """Whether two stays have a night in common; who leaves and comes back on one day has not been in both."""
    return one.from_on < (other.left_on or date.max) and other.from_on < (one.left_on or date.max)


def nights(stay: StayDays, *, on: date) -> int:
    """How many nights the family has spent there: up to the day it left or, while it lives there, to `on`."""
    return max(0, ((stay.left_on or on) - stay.from_on).days)
