"""A stock-taking counts what was there when it began; what went out meanwhile is taken into account by itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Difference:
    """So much more (or less) lay in a lot than was written down when the counting began."""

    lot_id: int
    quantity: Decimal


def differences(expected: Mapping[int, Decimal], counted: Mapping[int, Decimal | None]) -> list[Difference]:
    """What the counting found; a lot that nobody counted is left as it is."""
    found = []
    for lot_id, quantity in sorted(counted.items()):
        if quantity is not None and (change := quantity - expected.get(lot_id, Decimal(0))):
            found.append(Difference(lot_id, change))
    return found
