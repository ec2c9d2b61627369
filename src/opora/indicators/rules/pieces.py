"""A period is counted piece by piece, and pieces are added up: of those nothing touched nobody counts again. Pure.

The periods that are asked for at once overlap: a year and its twelve months. Cut at every one of their ends, each day
is counted once. Whoever is to be counted once in a year may stand in several pieces, so a piece keeps who that was.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from opora.indicators.rules.counting import Sums
from opora.indicators.rules.periods import Period

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

STATES = 4
"""A subject and its state stand in one number: the subject so many times, and the state added."""

NEWEST = 14
"""So many days up to the one we look from are counted each by itself."""


@dataclass(frozen=True, slots=True)
class Piece:
    """What the facts of some days come to.

    Numbers stand in order. `subjects` are those counted once, each with its state (3 is the one that counts first);
    None where every fact has a subject of its own, and then `heads` says how many. `spread` are amounts and how often
    each occurs.
    """

    heads: tuple[int, int, int]
    amounts: tuple[Decimal, Decimal, Decimal]
    families: "NDArray[np.int64]"
    subjects: "NDArray[np.int64] | None" = None
    spread: Mapping[Decimal, int] = field(default_factory=dict)


def cut(periods: Sequence[Period], *, newest: int = NEWEST) -> list[Period]:
    """The days from the first to the last, cut wherever one of the periods begins or ends, and the newest days apart.

    What is recorded is mostly of the last days: then nothing but these is counted anew.
    """
    edges = {day for one in periods for day in (one.first, one.last + timedelta(days=1))}
    as_of, begin, end = max(one.as_of for one in periods), min(edges), max(edges)
    days = (end - timedelta(days=back) for back in range(1, newest + 1))
    edges |= {day for day in days if day > begin and day > as_of - timedelta(days=newest)}
    return [Period(first, last - timedelta(days=1), as_of) for first, last in pairwise(sorted(edges))]


def within(pieces: Sequence[Period], period: Period) -> range:
    """The places of the pieces a period is made of."""
    firsts: list[date] = [one.first for one in pieces]
    return range(bisect_left(firsts, period.first), bisect_left(firsts, period.last + timedelta(days=1)))


def added(pieces: Sequence[Piece], *, yes_first: bool, with_families: bool) -> Sums:
    """Pieces added up, the oldest first. Of somebody in several the newest counts, or for a count the surest state."""
    if not pieces:
        return Sums()
    yes, no, unknown = (sum(one.heads[place] for one in pieces) for place in range(3))
    if pieces[0].subjects is not None:
        yes, no, unknown = _heads([one.subjects for one in pieces], yes_first=yes_first)
    amount_yes, amount_no, amount_unknown = (
        sum((one.amounts[place] for one in pieces), Decimal(0)) for place in range(3)
    )
    spread: dict[Decimal, int] = {}
    for one in pieces:
        for amount, times in one.spread.items():
            spread[amount] = spread.get(amount, 0) + times
    families = _different([one.families for one in pieces]) if with_families else 0
    return Sums(yes, no, unknown, amount_yes, amount_no, amount_unknown, _middle(spread), families)


def _heads(found: Sequence[Any], *, yes_first: bool) -> tuple[int, int, int]:
    import numpy as np

    # Of each the last in order stays: of the newest piece, or of a count the surest state.
    among = 1 if yes_first else len(found)
    told = [
        one if yes_first else (one // STATES * among + place) * STATES + one % STATES for place, one in enumerate(found)
    ]
    ordered = _in_order(told)
    who = ordered // (STATES * among)
    state = (ordered % STATES)[np.append(who[1:] != who[:-1], np.ones(min(len(who), 1), dtype=bool))]
    times = np.bincount(state, minlength=STATES)
    yes, no = (3, 2) if yes_first else (2, 3)
    return int(times[yes]), int(times[no]), int(times[1])


def _different(found: Sequence[Any]) -> int:
    import numpy as np

    if len(found) == 1:
        return len(found[0])
    ordered = _in_order(found)
    return int(np.count_nonzero(ordered[1:] != ordered[:-1])) + min(len(ordered), 1)


def _in_order(found: Sequence[Any]) -> Any:
    """Each of these stands in order already: then this way of sorting only lays them together."""
    import numpy as np

    return found[0] if len(found) == 1 else np.sort(np.concatenate(found), kind="stable")


def _middle(spread: Mapping[Decimal, int]) -> float | None:
    """The middle one, or between the two in the middle."""
    total = sum(spread.values())
    if not total:
        return None
    low, high = (total - 1) // 2, total // 2
    passed, lower = 0, None
    for amount in sorted(spread):
        passed += spread[amount]
        if lower is None and passed > low:
            lower = amount
        if passed > high and lower is not None:
            return float(lower + amount) / 2
    raise AssertionError("every amount was passed")
