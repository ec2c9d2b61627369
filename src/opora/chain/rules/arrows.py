"""What an arrow may say: of the families that reached the first box, how many reached the next, against the others.

Who is still in work and has not reached the next box is neither yes nor no: the work is not over (X-06). Who reached
the next box before the first cannot tell whether one follows the other, and is counted apart. Intervals are Wilson's,
of a difference Newcombe's: both hold for few families and for shares of nothing and of all.
"""

from dataclasses import dataclass
from math import sqrt
from typing import Final

Z: Final = 1.959964
FEW: Final = 5
"""With fewer families on one side nothing is compared: one family would turn the answer round."""


@dataclass(frozen=True, slots=True)
class ArrowCounts:
    """Families in work in a period, by which box they reached when.

    `both` reached the next box on the day of the first or later, `open_first` have not and are still in work.
    `earlier` reached the next box first. `without` never reached the first: of them `without_next` the next,
    `without_open` not yet.
    """

    families: int = 0
    reached_first: int = 0
    both: int = 0
    earlier: int = 0
    open_first: int = 0
    without: int = 0
    without_next: int = 0
    without_open: int = 0
    days: float | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """`n` of `known`; `unknown` stand beside it. A share of nobody is None."""

    n: int
    known: int
    unknown: int
    share: float | None
    interval: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Told:
    """Both sides and, where they may be compared, their difference; else the code of why not."""

    counts: ArrowCounts
    first: Side
    against: Side
    difference: float | None
    interval: tuple[float, float] | None
    reason: str


def told(counts: ArrowCounts) -> Told:
    """What the counts of an arrow come to."""
    first = _side(counts.both, counts.reached_first - counts.earlier - counts.open_first, counts.open_first)
    against = _side(counts.without_next, counts.without - counts.without_open, counts.without_open)
    reason = _reason(counts, first, against)
    if reason or first.share is None or against.share is None:
        return Told(counts, first, against, None, None, reason)
    apart = difference(first.n, first.known, against.n, against.known)
    return Told(counts, first, against, first.share - against.share, apart, "")


def _reason(counts: ArrowCounts, first: Side, against: Side) -> str:
    if not counts.families:
        return "nobody"
    if not counts.reached_first:
        return "nobody_first"
    if not first.known:
        return "first_open"
    if not against.known:
        return "nobody_else"
    return "few" if min(first.known, against.known) < FEW else ""


def _side(n: int, known: int, unknown: int) -> Side:
    return Side(n, known, unknown, n / known if known else None, wilson(n, known) if known else None)


def wilson(n: int, known: int) -> tuple[float, float]:
    """Between which shares the true one lies, at 95 percent."""
    share, square = n / known, Z * Z
    middle = (share + square / (2 * known)) / (1 + square / known)
    half = Z * sqrt(share * (1 - share) / known + square / (4 * known * known)) / (1 + square / known)
    return (0.0 if not n else max(0.0, middle - half), 1.0 if n == known else min(1.0, middle + half))


def difference(n: int, known: int, other: int, other_known: int) -> tuple[float, float]:
    """Between which the difference of two shares lies, at 95 percent (Newcombe's hybrid of Wilson's intervals)."""
    one, two = n / known, other / other_known
    (low, high), (other_low, other_high) = wilson(n, known), wilson(other, other_known)
    return (
        one - two - sqrt((one - low) ** 2 + (other_high - two) ** 2),
        one - two + sqrt((high - one) ** 2 + (two - other_low) ** 2),
    )
