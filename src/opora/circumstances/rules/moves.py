"""Whether a life moved: homes found, stages gone forward, steadiness, skills gained."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from opora.circumstances.rules.histories import Entry, value_on
from opora.circumstances.rules.kinds import KINDS, ChangeKind

_TEMPORARY: Final = frozenset({"crisis_center", "with_relatives", "rented"})
_PERMANENT: Final = frozenset({"social_rent", "own"})
# S1-73: what feeds a family steadily. Work without papers counts where it brings no risk (S1-92).
_STABLE: Final = frozenset({"informal", "parental_leave", "part_time", "official", "pension"})


def housing_moves(history: Sequence[Entry], first: date, last: date) -> frozenset[str]:
    """What a family moved to within the days from ``first`` to ``last`` (IND-22).

    "temporary": it had no home and got one for a while; "permanent": it had none, or one for a while, and got one to
    stay. A home of which we learn at the start of the work is no move: what was before it is not known.
    """
    found = set()
    for day in sorted({one.on for one in history if first <= one.on <= last}):
        before, after = value_on(history, day - timedelta(days=1)), value_on(history, day)
        if before == "none" and after in _TEMPORARY:
            found.add("temporary")
        if (before == "none" or before in _TEMPORARY) and after in _PERMANENT:
            found.add("permanent")
    return frozenset(found)


def moved_forward(kind: ChangeKind, history: Sequence[Entry], first: date, last: date) -> int | None:
    """By how many levels a value got better between two days, less than nothing where it got worse (IND-29).

    The value at the beginning is what was known on the first day, else what was measured first after it; None where
    fewer than two measures can be compared.
    """
    measured = [one for one in history if one.on <= last and kind.rank(str(one.value)) is not None]
    before = [one for one in measured if one.on <= first]
    ordered = sorted(measured, key=lambda one: (one.on, one.written))
    start = max(before, key=lambda one: (one.on, one.written)) if before else next(iter(ordered), None)
    if start is None or not ordered or ordered[-1] is start:
        return None
    then, now = kind.rank(str(start.value)), kind.rank(str(ordered[-1].value))
    return None if then is None or now is None else now - then


def is_stable(kind: ChangeKind, history: Sequence[Entry], measures: int) -> bool | None:
    """Whether of the last ``measures`` measures each was the same or better than the one before it (S0-19).

    None while there are fewer: too few measures are no instability.
    """
    ordered = sorted(history, key=lambda one: (one.on, one.written))
    ranks = [rank for one in ordered if (rank := kind.rank(str(one.value))) is not None][-measures:]
    if measures < 2 or len(ranks) < measures:
        return None
    return all(later >= earlier for earlier, later in pairwise(ranks))


@dataclass(frozen=True, slots=True)
class Gained:
    """How many skills got better, and by how many levels together (S0-25); how many are done alone now (S0-42)."""

    skills: int
    levels: int
    alone: int


def skills_gained(histories: Mapping[str, Sequence[Entry]], first: date, last: date) -> Gained:
    """What was learned between two days, of skills measured at least twice; what got worse takes nothing away."""
    kind = KINDS["skill"]
    steps = [step for one in histories.values() if (step := moved_forward(kind, one, first, last)) is not None]
    better = [step for step in steps if step > 0]
    alone = sum(value_on(one, last) == "alone" for one in histories.values())
    return Gained(len(better), sum(better), alone)


def has_stable_income(employment: str | None) -> bool | None:
    """Whether somebody has a steady source of income; None while nothing is known (S1-73, S1-92)."""
    return None if employment is None else employment in _STABLE
