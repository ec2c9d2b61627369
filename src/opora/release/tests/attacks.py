"""An attacker with everything that was ever printed: the least and the most that a hidden number can be.

Written apart from the rules: equations over the units' own bundles, solved by linear programming.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from scipy.optimize import linprog

from opora.release.rules import Place, Reason, Table, printed

Bundle = tuple[Place | None, ...]
Released = tuple[Table, Mapping[Place, Reason]]


def span(
    released: Sequence[Released], table: int, place: Place, could_be: Sequence[Bundle] | None = None
) -> tuple[float, float]:
    """Between what the attacker finds the number to lie. He knows which bundles of units there could be at all."""
    tables = [one for one, _hidden in released]
    where: dict[int, list[Place | None]] = {}
    for at, one in enumerate(tables):
        for cell, units in one.units.items():
            for unit in units:
                where.setdefault(unit, [None] * len(tables))[at] = cell
    bundles = sorted({*(tuple(cells) for cells in where.values()), *(could_be or _cells(tables))}, key=repr)
    sizes = Counter(tuple(cells) for cells in where.values())
    rows, right = [], []
    for at, (one, hidden) in enumerate(released):
        for number, cells in printed(one).items():
            if number not in hidden:
                row = [float(bundle[at] in cells) for bundle in bundles]
                rows.append(row)
                right.append(sum(sizes[bundle] for bundle, is_in in zip(bundles, row, strict=True) if is_in))
    cells = printed(tables[table])[place]
    wanted = np.array([float(bundle[table] in cells) for bundle in bundles])
    ends = []
    for sign in (1, -1):
        system: dict[str, Any] = {"A_eq": np.array(rows), "b_eq": np.array(right)} if rows else {}
        found = linprog(sign * wanted, bounds=[(0, None)] * len(bundles), **system)
        ends.append(sign * found.fun if found.status == 0 else sign * -np.inf)
    return float(ends[0]), float(ends[1])


def _cells(tables: Sequence[Table]) -> list[Bundle]:
    return [(place,) for place in tables[0].places()]
