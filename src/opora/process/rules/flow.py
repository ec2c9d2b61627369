"""How long families stand at a stage."""

from collections.abc import Sequence


def weighted_median(pairs: Sequence[tuple[int, int]]) -> float:
    """The median of values given as (value, how often); the mean of the two middle ones when their number is even.

    Takes whole days and counts of at least 1. Raises ValueError when there is nothing to look at.
    """
    total = sum(count for _value, count in pairs)
    if total < 1:
        raise ValueError("no values")
    return (_at(pairs, (total - 1) // 2) + _at(pairs, total // 2)) / 2


def _at(pairs: Sequence[tuple[int, int]], place: int) -> int:
    """The value at a place (from 0) of the sorted row."""
    passed = 0
    for value, count in sorted(pairs):
        passed += count
        if place < passed:
            return value
    raise ValueError("no such place")
