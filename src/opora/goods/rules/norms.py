"""Norms of giving: more than is usual, or sooner than is usual, is said and never forbidden."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Norm:
    """So much of a good or of a category for one family in so many days; without a quantity, once in that time."""

    norm_id: int
    name: str
    unit: str
    good_id: int | None
    category: str
    most: Decimal | None
    days: int


@dataclass(frozen=True, slots=True)
class Given:
    """So much of a good went to the family on a day."""

    good_id: int
    category: str
    quantity: Decimal
    on: date


@dataclass(frozen=True, slots=True)
class Beyond:
    """A norm that would be passed: what was given within its days already, the newest day, and what it would be."""

    norm: Norm
    given: Decimal
    last_on: date | None
    would_be: Decimal


def beyond(norms: Iterable[Norm], before: Iterable[Given], now: Iterable[Given], *, on: date) -> list[Beyond]:
    """The norms that giving this today would pass."""
    earlier, coming = list(before), list(now)
    found = []
    for norm in norms:
        since = on - timedelta(days=norm.days)
        had = [one for one in earlier if _speaks_of(norm, one) and since < one.on <= on]
        new = sum((one.quantity for one in coming if _speaks_of(norm, one)), Decimal(0))
        if not new:
            continue
        given = sum((one.quantity for one in had), Decimal(0))
        last_on = max((one.on for one in had), default=None)
        is_beyond = bool(had) if norm.most is None else given + new > norm.most
        if is_beyond:
            found.append(Beyond(norm, given, last_on, given + new))
    return found


def _speaks_of(norm: Norm, one: Given) -> bool:
    return norm.good_id == one.good_id if norm.good_id is not None else norm.category == one.category
