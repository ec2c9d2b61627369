"""A cell of a table: what was counted in it, and what it shows."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from opora.pivot.rules.subjects import Kind

ALL: Final = None
"""Stands for a row or a column that is all of them together."""
Key = tuple[str | None, str | None]


@dataclass(frozen=True, slots=True)
class Cell:
    """What was counted: for how many it is so, for how many not, of how many it is not known.

    `amount` is what they amount to, `measured` of how many an amount is known, `middle` the middle amount; `unnamed`
    are records of families that nobody has named yet: in a count of families they are none.
    """

    yes: int = 0
    no: int = 0
    unknown: int = 0
    amount: float = 0
    measured: int = 0
    middle: float | None = None
    unnamed: int = 0

    @property
    def known(self) -> int:
        """Of how many it is known."""
        return self.yes + self.no

    def n(self, kind: Kind) -> int:
        """On how many a figure of this kind rests."""
        if kind is Kind.SHARE:
            return self.known
        return self.measured if kind in (Kind.SUM, Kind.MEDIAN) else self.yes

    def figure(self, kind: Kind) -> float | int | None:
        """The figure; none where nothing is known, which is no zero."""
        if kind is Kind.SHARE:
            return self.yes / self.known if self.known else None
        if kind is Kind.MEDIAN:
            return self.middle
        if kind is Kind.SUM:
            return self.amount if self.measured else None
        return self.yes if self.yes or self.known or not self.unknown else None


def value_in(cells: Mapping[Key, Cell], key: Key, kind: Kind, shown: str) -> float | int | None:
    """What a cell shows: its figure, or which part of its row, of its column or of everything it is.

    Whoever stands in several cells of a row counts in each, and once in the whole it is a part of.
    """
    cell = cells.get(key)
    figure = cell.figure(kind) if cell is not None else None
    if shown == "number" or figure is None:
        return figure
    row, column = key
    whole = cells.get({"of_row": (row, ALL), "of_column": (ALL, column)}.get(shown, (ALL, ALL)))
    base = whole.figure(kind) if whole is not None else None
    return figure / base if base else None
