"""What a workbook says of the stock, and what of it is new: the same workbook brought in twice changes nothing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class SaidToLie:
    """So much of a good in a size lies in a place, as a row of a workbook says."""

    place: str
    good: str
    category: str
    unit: str
    size: str
    expires_on: date | None
    quantity: Decimal
    sheet: str = ""
    row: int = 0

    @property
    def key(self) -> tuple[str, str, str, str, date | None]:
        """What makes two rows speak of the same goods."""
        return (_key(self.place), _key(self.good), self.unit, self.size, self.expires_on)


@dataclass(frozen=True, slots=True)
class Coming:
    """What bringing a row in does: so much more (or less) than workbooks have brought of it so far."""

    said: SaidToLie
    change: Decimal
    is_new: bool


def _key(name: str) -> str:
    return " ".join(name.casefold().replace("ё", "е").split())


def name_key(name: str) -> str:
    """Names are the same whatever their capitals, their spaces and the letter ё."""
    return _key(name)


def put_together(rows: Iterable[SaidToLie]) -> list[SaidToLie]:
    """Rows that speak of the same goods are one: their quantities are added."""
    found: dict[tuple[str, str, str, str, date | None], SaidToLie] = {}
    for one in rows:
        before = found.get(one.key)
        found[one.key] = one if before is None else replace(before, quantity=before.quantity + one.quantity)
    return list(found.values())


def what_comes(
    rows: Iterable[SaidToLie], brought: Mapping[tuple[str, str, str, str, date | None], Decimal]
) -> list[Coming]:
    """Each row with what it adds to what was brought before; what was given out meanwhile is not brought again.

    Stock lists name goods of which nothing is left, too: a row with 0 brings nothing, and nothing new.
    """
    return [
        Coming(one, one.quantity - brought.get(one.key, Decimal(0)), one.key not in brought and one.quantity > 0)
        for one in put_together(rows)
    ]
