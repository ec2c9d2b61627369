"""Everything that was printed about the same units, as equations; and other worlds in which all of them hold as well.

Whoever wants to learn a hidden number has all tables ever released side by side. Units that stand in the same cells
of all of them cannot be told apart and form a bundle. A number printed is a sum of bundles. A hidden number is safe
when there is another world, with whole and no negative numbers, in which everything printed is the same and this number
differs by as much as the threshold. Such a world is a proof that anybody can check by adding up, whatever found it.

Source: the interval rule for cell suppression, Fischetti and Salazar, «Solving the cell suppression problem on tabular
data with linear constraints», Management Science 47 (2001); for several tables the same over their union.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from opora.release.rules.tables import Place, Table, printed

Bundle = tuple[Place | None, ...]
"""In which cell of each table its units stand; None: they are not counted there."""
World = Mapping[int, int]
"""By how much each bundle differs in another world."""
MOST: Final = 1_500
"""So many empty bundles at most. Of more only the neighbors of those that hold somebody are thought of: fewer worlds to
hide in, so that more is hidden, never less."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number of one of the tables, and the bundles it sums up."""

    table: int
    place: Place
    bundles: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Union:
    """The bundles of several tables with their sizes, and all the numbers that the tables print or hide."""

    bundles: tuple[Bundle, ...]
    sizes: tuple[int, ...]
    numbers: tuple[Number, ...]

    def of(self, table: int) -> Iterator[Number]:
        """The numbers of one table."""
        return (one for one in self.numbers if one.table == table)


def unite(tables: Sequence[Table]) -> Union:
    """The bundles of these tables: all that hold a unit, and the empty ones that could hold one."""
    where: dict[int, list[Place | None]] = {}
    for index, table in enumerate(tables):
        for place, units in table.units.items():
            for unit in units:
                where.setdefault(unit, [None] * len(tables))[index] = place
    sizes = Counter(tuple(places) for places in where.values())
    for bundle in _could_be(tables, list(sizes)):
        sizes.setdefault(bundle, 0)
    bundles = tuple(sorted(sizes, key=repr))
    numbers = []
    for index, table in enumerate(tables):
        holding: dict[Place, list[int]] = {}
        for at, bundle in enumerate(bundles):
            if (held := bundle[index]) is not None:
                holding.setdefault(held, []).append(at)
        for number, cells in printed(table).items():
            numbers.append(Number(index, number, tuple(at for cell in cells for at in holding.get(cell, ()))))
    return Union(bundles, tuple(sizes[bundle] for bundle in bundles), tuple(numbers))


def moved(number: Number, world: World) -> int:
    """By how much a number differs in another world."""
    return sum(world.get(at, 0) for at in number.bundles)


def is_possible(union: Union, world: World, open_numbers: Sequence[Number]) -> bool:
    """Whether a world could be the real one for whoever reads the open numbers."""
    return all(union.sizes[at] + by >= 0 for at, by in world.items()) and all(
        moved(one, world) == 0 for one in open_numbers
    )


def _could_be(tables: Sequence[Table], known: Sequence[Bundle]) -> list[Bundle]:
    """Bundles that nobody outside knows to be empty."""
    found: list[Bundle] = [()]
    for index, table in enumerate(tables):
        longer: list[Bundle] = []
        for bundle in found:
            longer += [(*bundle, place) for place in (*table.places(), None) if _fits(tables, bundle, index, place)]
            if len(longer) > MOST:
                return _neighbors(tables, known)
        found = longer
    return [bundle for bundle in found if any(place is not None for place in bundle)]


def _neighbors(tables: Sequence[Table], known: Sequence[Bundle]) -> list[Bundle]:
    """Bundles that differ from one with somebody in it in a single table."""
    found: set[Bundle] = set()
    for bundle in known:
        for index, table in enumerate(tables):
            for place in (*table.places(), None):
                other = (*bundle[:index], place, *bundle[index + 1 :])
                if any(other) and all(_fits(tables, other[:at], at, other[at]) for at in range(len(other))):
                    found.add(other)
            if len(found) > MOST:
                return sorted(found, key=repr)[:MOST]
    return sorted(found, key=repr)


def _fits(tables: Sequence[Table], bundle: Bundle, index: int, place: Place | None) -> bool:
    """Whether a unit could stand in these cells and in this one."""
    new = tables[index]
    for old, known in zip(tables, bundle, strict=False):
        if place is None and known is not None and _covers(new, old, known):
            return False
        if place is not None and known is None and _covers(old, new, place):
            return False
        if place is not None and known is not None:
            first, second = old.attributes(known), new.attributes(place)
            if any(second.get(code, group) != group for code, group in first.items()):
                return False
            is_apart = not (old.lasts or new.lasts) and (old.last < new.first or new.last < old.first)
            if is_apart and old.universe == new.universe:
                return False
    return True


def _covers(wide: Table, narrow: Table, place: Place) -> bool:
    """Whether every unit that stands in this cell of one table must be counted in the other one too."""
    known = narrow.attributes(place)
    return (
        wide.has_totals
        and wide.universe == narrow.universe
        and wide.first <= narrow.first
        and narrow.last <= wide.last
        and all(known.get(code) == group for code, group in wide.holds.items())
    )
