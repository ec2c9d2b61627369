"""Rows about single cases that name nobody: bands, and never fewer alike than the threshold.

Sources: k-anonymity, Sweeney (2002); l-diversity, Machanavajjhala et al. (2007); local suppression as in the handbook
of Hundepool et al. (2012), chapter 3. Stricter than k-anonymity asks: alike are whole rows, the result included, so
that a set of rows tells no more than a table with the same cells would, and is laid beside earlier releases like one.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from opora.release.rules.small import Limits
from opora.release.rules.tables import TOTAL, Place

Row = tuple[str, ...]
"""What is told of a unit; the last of it is the result, which is never made coarser."""


def make_alike(rows: Mapping[int, Row], limits: Limits, coarser: Sequence[int]) -> dict[int, Row]:
    """Rows in which nobody stands out; `coarser` are the columns that are given up, the first one first.

    A row that stays alone is left out.
    """
    kept = dict(rows)
    for column in (*coarser, None):
        alone = _standing_out(kept, limits)
        while alone:
            for unit in alone:
                if column is None:
                    del kept[unit]
                else:
                    kept[unit] = (*kept[unit][:column], TOTAL, *kept[unit][column + 1 :])
            # Who was given up may leave others alone: they give up the same.
            now = _standing_out(kept, limits)
            alone = [unit for unit in now if column is None or kept[unit][column] != TOTAL]
    return kept


def by_place(rows: Mapping[int, Row]) -> dict[Place, frozenset[int]]:
    """Units by what is told of them."""
    found: dict[Place, set[int]] = {}
    for unit, row in rows.items():
        found.setdefault(row, set()).add(unit)
    return {row: frozenset(units) for row, units in found.items()}


def _standing_out(rows: Mapping[int, Row], limits: Limits) -> list[int]:
    """Units of rows that too few share, or whose group shows one result only."""
    alike = Counter(rows.values())
    results: dict[Row, set[str]] = {}
    for row in alike:
        results.setdefault(row[:-1], set()).add(row[-1])
    return [
        unit for unit, row in rows.items() if alike[row] < limits.least or len(results[row[:-1]]) < limits.different
    ]
