"""A kit is a list of goods: given out it goes off into them, and what comes back is the goods again."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from opora.goods.rules.taking import Wanted


@dataclass(frozen=True, slots=True)
class Part:
    """So much of a good in one kit."""

    good_id: int
    size: str
    quantity: Decimal


def goods_of(parts: Iterable[Part], kits: Decimal) -> list[Wanted]:
    """What so many kits consist of."""
    return [Wanted(part.good_id, part.size, part.quantity * kits) for part in parts]


def how_many(parts: Iterable[Part], free: Mapping[tuple[int, str], Decimal]) -> int:
    """How many whole kits can be put together of what is there."""
    needed: dict[tuple[int, str], Decimal] = {}
    for part in parts:
        key = (part.good_id, part.size)
        needed[key] = needed.get(key, Decimal(0)) + part.quantity
    counts = [int(free.get(key, Decimal(0)) // quantity) for key, quantity in needed.items() if quantity > 0]
    return max(0, min(counts)) if counts else 0
