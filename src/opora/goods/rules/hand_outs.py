"""What a family gets in a hand-out: so much for the family, so much for each of its children of an age."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from opora.goods.rules.taking import Wanted, together


@dataclass(frozen=True, slots=True)
class ForEach:
    """A line of a hand-out as goods: a kit has gone off into them. Ages are whole years, both counted."""

    goods: tuple[Wanted, ...]
    for_children: bool = False
    age_from: int | None = None
    age_to: int | None = None

    @property
    def asks_age(self) -> bool:
        """Whether it matters how old a child is."""
        return self.age_from is not None or self.age_to is not None

    def is_for(self, years: int) -> bool:
        """Whether a child of so many years gets it."""
        return (self.age_from or 0) <= years and (self.age_to is None or years <= self.age_to)


@dataclass(frozen=True, slots=True)
class Due:
    """What a family gets, for how many children, and of how many nobody knows whether they are of the age."""

    wanted: tuple[Wanted, ...]
    children: int = 0
    of_unknown_age: int = 0


def due(lines: Sequence[ForEach], child_years: Collection[int | None]) -> Due:
    """What these lines give to a family with children of these ages.

    A child whose age is not known gets what every child gets; where the age matters it is counted apart, so that
    somebody asks: nothing is put aside on a guess.
    """
    wanted: list[Wanted] = []
    reached: set[int] = set()
    unknown: set[int] = set()
    for line in lines:
        if not line.for_children:
            wanted += line.goods
            continue
        for n, years in enumerate(child_years):
            if years is None and line.asks_age:
                unknown.add(n)
            elif years is None or line.is_for(years):
                reached.add(n)
                wanted += line.goods
    return Due(tuple(together(wanted)), len(reached), len(unknown - reached))


def lacking(dues: Iterable[Due], free: dict[tuple[int, str], Decimal]) -> dict[tuple[int, str], Decimal]:
    """How much of each good is missing so that all of these families could get theirs."""
    sums: dict[tuple[int, str], Decimal] = {}
    for one in dues:
        for line in one.wanted:
            key = (line.good_id, line.size)
            sums[key] = sums.get(key, Decimal(0)) + line.quantity
    return {key: asked - free.get(key, Decimal(0)) for key, asked in sums.items() if asked > free.get(key, Decimal(0))}
