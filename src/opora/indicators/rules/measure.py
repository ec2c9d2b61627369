"""What a measure is: which facts it counts, how they become a figure, by what they may be told apart."""

from dataclasses import dataclass
from enum import StrEnum


class Shape(StrEnum):
    """How facts become a figure."""

    COUNT = "count"
    """So many different ones, each once."""
    SUM = "sum"
    """What the facts amount to, added up."""
    SHARE = "share"
    """Of those of whom it is known: how many. Of several facts about one the newest counts."""
    WEIGHED = "weighed"
    """The same by amounts instead of by heads."""
    MEDIAN = "median"
    """The middle one of the amounts."""


_ONCE = frozenset({"acts", "children", "families", "parents", "people"})


class Day(StrEnum):
    """How a period chooses among facts."""

    FACT = "fact"
    """Each fact has its day; the period counts those whose day lies in it."""
    STATE = "state"
    """A state lasts: the period counts what is so in it, or on its last day."""


@dataclass(frozen=True, slots=True)
class Split:
    """By what facts may be told apart. `choices` is the field whose words its codes have, `words` another list."""

    code: str
    choices: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure. `statement` is the file that gives its facts; `rests` are the rooms whose records it reads.

    `said` are the counting rules in words, by code. `is_whole`: its facts belong to no program, so that of one
    program nothing can be said. `base` are rows that its
    statement shares with others, in the order in which they build on each other. `detail` is the statement with
    a fact for each of its groups, where the plain one adds them up by case.
    """

    code: str
    statement: str
    shape: Shape
    unit: str
    said: tuple[str, ...]
    rests: tuple[str, ...]
    splits: tuple[Split, ...] = ()
    day: Day = Day.FACT
    is_whole: bool = False
    base: tuple[str, ...] = ()
    detail: str = ""

    @property
    def is_share(self) -> bool:
        """Whether its figure is a share, from 0 to 1."""
        return self.shape in (Shape.SHARE, Shape.WEIGHED)

    @property
    def is_by_closing(self) -> bool:
        """Whether its facts stand on the days on which cases were closed."""
        return self.day is Day.FACT and any(
            one.startswith("day_closed") and one != "day_closed_letter" for one in self.said
        )

    @property
    def is_each_once(self) -> bool:
        """Whether one may stand in several facts of a period and is to be counted once."""
        return self.shape in (Shape.COUNT, Shape.SHARE) and self.unit in _ONCE

    def place_of(self, split: str) -> int | None:
        """Where a split stands among those of the measure, from 0; None for one it does not have."""
        return next((place for place, one in enumerate(self.splits) if one.code == split), None)
