"""A table before anything of it is printed: which units stand in which cell, and which sums stand beside them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import product
from typing import Final

Place = tuple[str, ...]
"""A cell by the group of each dimension; `TOTAL` where all groups of a dimension are summed up."""
TOTAL: Final = "*"


@dataclass(frozen=True, slots=True)
class Dimension:
    """By what a table is told apart.

    `adds`: every unit stands in one group only, so that a total is the sum of its groups. `tells`: the group says
    something of a person that others need not know. `is_fixed`: a unit stands in the same group in every table.
    """

    code: str
    groups: tuple[str, ...]
    adds: bool = True
    tells: bool = False
    is_fixed: bool = True


@dataclass(frozen=True, slots=True)
class Table:
    """Units by cell. Tables of the same `kind` count the same units, so that one may betray the other.

    `universe` names who is counted at all: of two tables with the same one the longer period holds all the units of the
    shorter. `families` says whose a unit is where a family may have many. `holds` is what the whole table is narrowed
    to, by dimension. `lasts`: a unit is counted in every period that it touches, not by the day of a fact.
    """

    kind: str
    universe: str
    dimensions: tuple[Dimension, ...]
    first: date
    last: date
    units: Mapping[Place, frozenset[int]]
    families: Mapping[int, int] = field(default_factory=dict)
    holds: Mapping[str, str] = field(default_factory=dict)
    lasts: bool = False
    has_totals: bool = True

    def places(self) -> Iterator[Place]:
        """Every cell of the grid, empty ones too; a table without totals has no empty cells, only rows."""
        if not self.has_totals:
            yield from sorted(self.units)
            return
        yield from product(*(one.groups for one in self.dimensions))

    def size(self, cells: Iterable[Place]) -> int:
        """How many units stand in these cells."""
        return sum(len(self.units.get(cell, ())) for cell in cells)

    def families_in(self, cells: Iterable[Place]) -> int:
        """How many families the units of these cells belong to."""
        if not self.families:
            return self.size(cells)
        return len({self.families.get(unit, unit) for cell in cells for unit in self.units.get(cell, ())})

    def attributes(self, place: Place) -> dict[str, str]:
        """What is known for certain of a unit that stands there."""
        own = {
            one.code: group
            for one, group in zip(self.dimensions, place, strict=True)
            if group != TOTAL and one.is_fixed
        }
        return {**self.holds, **own}


def printed(table: Table) -> dict[Place, tuple[Place, ...]]:
    """Every number that the table would print, with the cells it sums up: the cells themselves and their totals."""
    numbers: dict[Place, tuple[Place, ...]] = {place: (place,) for place in table.places()}
    if not table.has_totals:
        return numbers
    cells = tuple(numbers)
    ways = [(*one.groups, TOTAL) if one.adds and len(one.groups) > 1 else one.groups for one in table.dimensions]
    for place in product(*ways):
        if TOTAL in place:
            numbers[place] = tuple(
                cell
                for cell in cells
                if all(wanted in (TOTAL, group) for wanted, group in zip(place, cell, strict=True))
            )
    return numbers
