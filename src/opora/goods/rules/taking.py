"""Which lots an issue is taken from: what goes off first goes out first, and nobody gets what is not there."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

NEVER = date.max


@dataclass(frozen=True, slots=True)
class Wanted:
    """So much of a good in a size; of one certain lot where somebody named it."""

    good_id: int
    size: str
    quantity: Decimal
    lot_id: int | None = None


@dataclass(frozen=True, slots=True)
class OnShelf:
    """What of a lot may be taken on a day: without what is reserved, and not before it came."""

    lot_id: int
    good_id: int
    size: str
    free: Decimal
    expires_on: date | None = None
    purpose_id: int | None = None


@dataclass(frozen=True, slots=True)
class Taken:
    """So much goes out of this lot."""

    lot_id: int
    quantity: Decimal


@dataclass(frozen=True, slots=True)
class Short:
    """Of this there is less than is wanted, and how much there is."""

    wanted: Wanted
    there: Decimal


def together(wanted: Iterable[Wanted]) -> list[Wanted]:
    """The same good in the same size asked for twice is one line; nothing asked for is none."""
    sums: dict[tuple[int, str, int | None], Decimal] = {}
    for one in wanted:
        key = (one.good_id, one.size, one.lot_id)
        sums[key] = sums.get(key, Decimal(0)) + one.quantity
    found = [Wanted(good, size, quantity, lot) for (good, size, lot), quantity in sums.items() if quantity]
    # A certain lot first, or the others would have emptied it.
    return sorted(found, key=lambda one: (one.lot_id is None, one.good_id, one.size))


def take(
    wanted: Iterable[Wanted],
    shelf: Sequence[OnShelf],
    *,
    on: date,
    may_go: Callable[[int], bool] = lambda _purpose: True,
) -> tuple[list[Taken], list[Short]]:
    """What goes out of which lot, the one that goes off first before all others, and what is missing.

    What has gone off is not given away, nor what a donor gave for others (``may_go`` is asked by the purpose). Of two
    lots alike, the one with a purpose is given first: what may go to anybody is kept for anybody.
    """
    left = {one.lot_id: one.free for one in shelf}
    usable = [one for one in shelf if not _is_off(one, on) and (one.purpose_id is None or may_go(one.purpose_id))]
    usable.sort(key=lambda one: (one.expires_on or NEVER, one.purpose_id is None, one.lot_id))
    taken: dict[int, Decimal] = {}
    short = []
    for line in together(wanted):
        needed = line.quantity
        for lot in usable:
            if not _serves(lot, line):
                continue
            part = min(needed, left[lot.lot_id])
            if part > 0:
                left[lot.lot_id] -= part
                needed -= part
                taken[lot.lot_id] = taken.get(lot.lot_id, Decimal(0)) + part
        if needed > 0:
            short.append(Short(line, line.quantity - needed))
    return [Taken(lot, quantity) for lot, quantity in sorted(taken.items())], short


def _is_off(lot: OnShelf, on: date) -> bool:
    return lot.expires_on is not None and lot.expires_on < on


def _serves(lot: OnShelf, line: Wanted) -> bool:
    if line.lot_id is not None:
        return lot.lot_id == line.lot_id
    return (lot.good_id, lot.size) == (line.good_id, line.size)


def least_since(now: Decimal, changes_after: Iterable[tuple[date, Decimal]]) -> Decimal:
    """The least that lay in a lot at the end of a day or later, from what lies there now and the changes since.

    So much may be taken on that day although it is written down later: on no day since was there less than nothing.
    """
    by_day: dict[date, Decimal] = {}
    for on, quantity in changes_after:
        by_day[on] = by_day.get(on, Decimal(0)) + quantity
    least = balance = now
    for on in sorted(by_day, reverse=True):
        balance -= by_day[on]
        least = min(least, balance)
    return max(least, Decimal(0))
