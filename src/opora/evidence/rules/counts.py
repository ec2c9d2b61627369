"""Whole numbers and how often each stands in the table: all a statistic needs to know of the cases.

A hundred thousand cases have fewer than a hundred different changes, so every statistic here works on the
counts and costs the same for five cases and for a hundred thousand.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import accumulate


@dataclass(frozen=True, slots=True)
class Counts:
    """Different values in rising order, each with the number of cases that have it (at least 1)."""

    values: tuple[int, ...] = ()
    times: tuple[int, ...] = ()

    @classmethod
    def of(cls, counted: Mapping[int, int]) -> "Counts":
        """Take value -> number of cases; values that nobody has are left out."""
        kept = sorted(value for value, times in counted.items() if times > 0)
        return cls(tuple(kept), tuple(counted[value] for value in kept))

    @classmethod
    def from_values(cls, values: Iterable[int]) -> "Counts":
        return cls.of(Counter(values))

    def __add__(self, other: "Counts") -> "Counts":
        return Counts.of(Counter(self.as_dict()) + Counter(other.as_dict()))

    @property
    def n(self) -> int:
        return sum(self.times)

    @property
    def total(self) -> int:
        """The sum over all cases."""
        return sum(value * times for value, times in zip(self.values, self.times, strict=True))

    @property
    def mean(self) -> float | None:
        return self.total / self.n if self.n else None

    @property
    def median(self) -> float | None:
        if not self.n:
            return None
        return (self.at_rank((self.n - 1) // 2) + self.at_rank(self.n // 2)) / 2

    @property
    def minimum(self) -> int | None:
        return self.values[0] if self.values else None

    @property
    def maximum(self) -> int | None:
        return self.values[-1] if self.values else None

    @property
    def commonest(self) -> tuple[int, int] | None:
        """The value most cases share and how many share it; the smaller value when two are equally common."""
        if not self.values:
            return None
        times, value = max((times, -value) for value, times in zip(self.values, self.times, strict=True))
        return -value, times

    def at_rank(self, rank: int) -> int:
        """The value at a place counted from 0 when all cases stand in rising order."""
        for value, reached in zip(self.values, accumulate(self.times), strict=True):
            if rank < reached:
                return value
        raise IndexError(rank)

    def at_least(self, threshold: int) -> int:
        """How many cases reach the threshold."""
        return sum(times for value, times in zip(self.values, self.times, strict=True) if value >= threshold)

    def at_most(self, threshold: int) -> int:
        return sum(times for value, times in zip(self.values, self.times, strict=True) if value <= threshold)

    def as_dict(self) -> dict[int, int]:
        return dict(zip(self.values, self.times, strict=True))
