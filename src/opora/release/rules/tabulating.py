"""From what is told of each unit to a table, and back from what was kept of a table that left the house."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from opora.release.rules.kinds import CHANGING, NOT_ADDED, TELLING
from opora.release.rules.small import Reason
from opora.release.rules.tables import Dimension, Place, Table


def tabulate(
    told: Iterable[tuple[int, int, Mapping[str, str]]],
    *,
    counts: str,
    universe: str,
    by: Sequence[str],
    first: date,
    last: date,
    holds: Mapping[str, str],
    lasts: bool = False,
    groups: Mapping[str, Sequence[str]] | None = None,
) -> Table:
    """A table by one or two dimensions, of units given as (unit, family, groups); `groups` orders what it may hold."""
    units: dict[Place, set[int]] = {}
    families = {}
    for unit, family, known in told:
        if all(code in known for code in by):
            units.setdefault(tuple(known[code] for code in by), set()).add(unit)
            families[unit] = family
    dimensions = []
    for index, code in enumerate(by):
        known_groups = tuple((groups or {}).get(code, ()))
        others = {place[index] for place in units} - set(known_groups)
        dimensions.append(dimension(code, (*known_groups, *sorted(others)), universe))
    cells = {place: frozenset(found) for place, found in units.items()}
    return Table(counts, universe, tuple(dimensions), first, last, cells, families, holds, lasts)


def dimension(code: str, groups: tuple[str, ...], universe: str) -> Dimension:
    """A dimension; an answer is one to the question of its universe."""
    named = f"answer:{universe}" if code in ("answer", "result") else code
    return Dimension(named, groups, code not in NOT_ADDED, code in TELLING, code not in CHANGING)


def to_data(table: Table, hidden: Mapping[Place, Reason]) -> dict[str, Any]:
    """What is kept of a table, to be laid beside later ones."""
    return {
        "kind": table.kind,
        "universe": table.universe,
        "dimensions": [[one.code, list(one.groups), one.adds, one.tells, one.is_fixed] for one in table.dimensions],
        "first": table.first.isoformat(),
        "last": table.last.isoformat(),
        "holds": dict(table.holds),
        "lasts": table.lasts,
        "has_totals": table.has_totals,
        "units": [[list(place), sorted(units)] for place, units in sorted(table.units.items())],
        "hidden": [[list(place), str(why)] for place, why in sorted(hidden.items())],
    }


def from_data(data: Mapping[str, Any]) -> tuple[Table, dict[Place, Reason]]:
    """The same again."""
    table = Table(
        data["kind"],
        data["universe"],
        tuple(Dimension(code, tuple(groups), *traits) for code, groups, *traits in data["dimensions"]),
        date.fromisoformat(data["first"]),
        date.fromisoformat(data["last"]),
        {tuple(place): frozenset(units) for place, units in data["units"]},
        {},
        data["holds"],
        data["lasts"],
        data["has_totals"],
    )
    return table, {tuple(place): Reason(why) for place, why in data["hidden"]}
