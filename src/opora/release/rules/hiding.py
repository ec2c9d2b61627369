"""What else must be hidden so that no hidden number can be computed (complementary suppression, differencing).

For each number that must stay unknown another world is sought in which it differs by as much as the threshold, and in
which as few and as small numbers as possible have to be hidden for that (mixed-integer program, SciPy and HiGHS). The
worlds are kept: they prove the result by adding up.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from opora.release.rules.small import Limits, Reason, too_small
from opora.release.rules.tables import TOTAL, Place, Table
from opora.release.rules.worlds import Number, Union, World, is_possible, moved, unite

SECONDS: Final = 4.0
# A cell goes before a total, a total before the number of all.
_PRICE: Final = (10, 400, 20_000)


class TooHard(Exception):
    """No proof was found in time: the table has too many cells."""


@dataclass(frozen=True, slots=True)
class Released:
    """A table that left the house, with the numbers that were hidden in it."""

    table: Table
    hidden: Mapping[Place, Reason] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Hidden:
    """The numbers that stay hidden, each with its reason; and the worlds that prove it."""

    places: Mapping[Place, Reason]
    union: Union
    worlds: tuple[World, ...]
    # Numbers of which what left the house before tells too much already, whatever is printed now.
    told_already: int = 0

    def is_proved(self, earlier: Sequence[Released]) -> bool:
        """Whether every world agrees with everything that is printed."""
        return all(is_possible(self.union, world, _open(self.union, self.places, earlier)) for world in self.worlds)


def hide(table: Table, limits: Limits, earlier: Sequence[Released] = ()) -> Hidden:
    """What of a table stays hidden, beside what left the house before. Raises TooHard."""
    related = [one for one in earlier if one.table.kind == table.kind]
    alone = _hide(table, limits, (), too_small(table, limits), Reason.BESIDE)
    return _hide(table, limits, related, alone.places, Reason.EARLIER) if related else alone


def is_safe(tables: Sequence[Released], earlier: Sequence[Released], limits: Limits) -> bool:
    """Whether tables that were hidden before give nothing more away beside these earlier ones."""
    before = list(earlier)
    for one in tables:
        related = [other for other in before if other.table.kind == one.table.kind]
        own = too_small(one.table, limits)
        if not set(own) <= set(one.hidden):
            return False
        found = _hide(one.table, limits, related, one.hidden, Reason.EARLIER)
        if set(found.places) - set(one.hidden):
            return False
        before.append(one)
    return True


def _hide(
    table: Table,
    limits: Limits,
    earlier: Sequence[Released],
    begun: Mapping[Place, Reason],
    reason: Reason,
) -> Hidden:
    union = unite([table, *(one.table for one in earlier)])
    hidden = dict(begun)
    worlds: list[World] = []
    told_already = 0
    for number, need in _to_protect(union, hidden, limits, earlier):
        if any(abs(moved(number, world)) >= need for world in worlds):
            continue
        world = _other_world(union, number, need, hidden, earlier)
        if world is None:
            told_already += 1
            continue
        worlds.append(world)
        for one in union.of(0):
            if one.place not in hidden and moved(one, world):
                hidden[one.place] = reason
    return Hidden(hidden, union, tuple(worlds), told_already)


def _to_protect(
    union: Union, hidden: Mapping[Place, Reason], limits: Limits, earlier: Sequence[Released]
) -> list[tuple[Number, int]]:
    """Every number nobody may learn, and how far it must stay open; the largest first, whose worlds serve others."""
    wanted: dict[tuple[int, ...], tuple[Number, int]] = {}

    def protect(number: Number, need: int) -> None:
        known = wanted.get(number.bundles)
        if number.bundles and (known is None or known[1] < need):
            wanted[number.bundles] = (number, need)

    kept = [hidden, *(one.hidden for one in earlier)]
    for number in union.numbers:
        if (why := kept[number.table].get(number.place)) is not None:
            protect(number, limits.least if why.is_its_own else 1)
    for at, size in enumerate(union.sizes):
        if 0 < size < limits.least:
            protect(Number(-1, (), (at,)), limits.least)
    return sorted(wanted.values(), key=lambda one: (-one[1], -len(one[0].bundles), one[0].bundles))


def _open(union: Union, hidden: Mapping[Place, Reason], earlier: Sequence[Released]) -> list[Number]:
    kept = [hidden, *(one.hidden for one in earlier)]
    return [one for one in union.numbers if one.place not in kept[one.table]]


def _other_world(
    union: Union, number: Number, need: int, hidden: Mapping[Place, Reason], earlier: Sequence[Released]
) -> World | None:
    """The cheapest world in which a number differs by what is needed; None where what left before leaves none."""
    size = sum(union.sizes[at] for at in number.bundles)
    for by in (need, -need):
        if size + by >= 0 and (found := _solve(union, number, by, hidden, earlier)) is not None:
            return found
    return None


def _solve(
    union: Union, number: Number, by: int, hidden: Mapping[Place, Reason], earlier: Sequence[Released]
) -> World | None:
    # Imported where it is needed: few processes ever prepare a release.
    import numpy as np
    from scipy.optimize import Bounds, LinearConstraint, milp
    from scipy.sparse import lil_matrix

    far = 2 * abs(by)
    unsure = [one for one in union.of(0) if one.place not in hidden]
    fixed = [one for one in _open(union, hidden, earlier) if one.table > 0]
    count, width = len(union.bundles), len(union.bundles) + len(unsure)
    rows: Any = lil_matrix((2 * len(unsure) + len(fixed) + 1, width))
    low, high = np.zeros(rows.shape[0]), np.zeros(rows.shape[0])
    for line, one in enumerate(unsure):
        for at in one.bundles:
            rows[line, at] = rows[len(unsure) + line, at] = 1
        # Moved at most as far as it is hidden, up and down.
        rows[line, count + line], high[line], low[line] = -far, 0, -np.inf
        rows[len(unsure) + line, count + line], low[len(unsure) + line] = far, 0
        high[len(unsure) + line] = np.inf
    for line, one in enumerate(fixed, start=2 * len(unsure)):
        for at in one.bundles:
            rows[line, at] = 1
    for at in number.bundles:
        rows[rows.shape[0] - 1, at] = 1
    low[-1] = high[-1] = by
    price = np.concatenate([np.full(count, 0.0), [_price(union, one) for one in unsure]])
    bounds = Bounds(
        np.concatenate([-np.minimum(union.sizes, far), np.zeros(len(unsure))]),
        np.concatenate([np.full(count, far), np.ones(len(unsure))]),
    )
    found = milp(
        price,
        constraints=LinearConstraint(rows.tocsr(), low, high),
        bounds=bounds,
        integrality=np.ones(width),
        options={"time_limit": SECONDS, "mip_rel_gap": 0.02},
    )
    if found.x is None:
        if found.status == 2:
            return None
        raise TooHard
    world = {at: round(float(value)) for at, value in enumerate(found.x[:count]) if round(float(value))}
    if moved(number, world) != by or not is_possible(union, world, fixed):
        raise TooHard
    return world


def _price(union: Union, number: Number) -> float:
    """What it costs to hide a number: a cell less than a total, a small one less than a large one."""
    size = sum(union.sizes[at] for at in number.bundles)
    return float(_PRICE[min(sum(group == TOTAL for group in number.place), 2)] + min(size, 90) / 10)
