"""Tables of two kinds of units that betray each other: families by their number of children, and children counted.

Twenty families of one or two children have twenty-three children: then three of them have two, however well that was
hidden. Tables of one kind are laid beside each other number by number (``hiding``); these two are not both let go where
anything in one of them is hidden.
"""

from typing import Final

from opora.release.rules.hiding import Released
from opora.release.rules.tables import TOTAL, Table

CHILDREN: Final = "children"
"""The kind of unit that is a child, and the dimension that says how many of them a family has."""


def tell_each_other(one: Released, other: Released) -> bool:
    """Whether one counts children, the other tells how many a family has, and something in them must stay unknown."""
    counted, told = (one, other) if one.table.kind == CHILDREN else (other, one)
    return (
        counted.table.kind == CHILDREN
        and told.table.kind != CHILDREN
        and _says_how_many(told.table)
        and _may_be_the_same(counted.table, told.table)
        and any(_hides(table) for table in (counted, told))
    )


def _says_how_many(table: Table) -> bool:
    at = next((at for at, one in enumerate(table.dimensions) if one.code == CHILDREN), None)
    return at is not None and any(place[at] != TOTAL for place in table.places())


def _may_be_the_same(one: Table, other: Table) -> bool:
    """Whether families of the one may be those of the other: days in common, and no other program."""
    are_apart = one.last < other.first or other.last < one.first
    return not are_apart and all(other.holds.get(code, group) == group for code, group in one.holds.items())


def _hides(one: Released) -> bool:
    """Of rows of single cases some are always left out, and nothing says how many."""
    return bool(one.hidden) or not one.table.has_totals
