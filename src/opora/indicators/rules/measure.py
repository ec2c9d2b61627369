"""What a measure is: which facts it counts, how they become a figure, by what they may be told apart."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from opora.fields.rules import AS_DIMENSION, About, OwnField


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


OF_FACTS: Final = (About.CASE, About.FAMILY, About.PERSON)
"""Of whom an own field must be asked to tell facts apart by it: every fact knows its case and its family, if any.

Who it is of, only those know that count people.
"""
_PEOPLE = frozenset({"children", "parents", "people"})
_ONCE = frozenset({"acts", "children", "families", "parents", "people"})


class Day(StrEnum):
    """How a period chooses among facts."""

    FACT = "fact"
    """Each fact has its day; the period counts those whose day lies in it."""
    STATE = "state"
    """A state lasts: the period counts what is so in it, or on its last day."""


@dataclass(frozen=True, slots=True)
class Split:
    """By what facts may be told apart. `choices` is the field whose words its codes have, `words` another list.

    One that is a field of the organization itself carries that field: the statement knows nothing of it.
    """

    code: str
    choices: str = ""
    words: str = ""
    field: OwnField | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure. `statement` is the file that gives its facts.

    `said` are the counting rules in words, by code. `is_whole`: its facts belong to no program, so that of one
    program nothing can be said. `base` are rows that its statement shares with others, in the order in which they
    build on each other. `detail` is the statement with a fact for each of its groups, where the plain one adds them up
    by case. `is_of_families`: its facts know whose case and family they are of. `counted_with` is a measure of the very
    same facts that also tells what they amount to: asked together, they are counted once.
    """

    code: str
    statement: str
    shape: Shape
    unit: str
    said: tuple[str, ...]
    splits: tuple[Split, ...] = ()
    day: Day = Day.FACT
    is_whole: bool = False
    base: tuple[str, ...] = ()
    detail: str = ""
    is_of_families: bool = True
    counted_with: str = ""

    @property
    def is_share(self) -> bool:
        """Whether its figure is a share, from 0 to 1."""
        return self.shape in (Shape.SHARE, Shape.WEIGHED)

    @property
    def is_each_once(self) -> bool:
        """Whether one may stand in several facts of a period and is to be counted once."""
        return self.shape in (Shape.COUNT, Shape.SHARE) and self.unit in _ONCE

    @property
    def is_of_people(self) -> bool:
        """Whether it counts people, so that each of its facts is of one of them."""
        return self.unit in _PEOPLE

    def with_fields(self, fields: Iterable[OwnField]) -> "Measure":
        """The same, told apart by own fields as well; what belongs to no family knows none."""
        known = OF_FACTS if self.is_of_people else tuple(about for about in OF_FACTS if about is not About.PERSON)
        own = [Split(one.dimension, field=one) for one in fields if one.is_counted and one.about in known]
        return self if self.is_whole or not own else replace(self, splits=(*self.splits, *own))

    def split_named(self, code: str) -> Split | None:
        """A split by its code; None for one the measure does not have."""
        return next((one for one in self.splits if one.code == code), None)

    def place_of(self, split: str) -> int | None:
        """Where a split stands among those of the measure, from 0; None for one it does not have."""
        return next((place for place, one in enumerate(self.splits) if one.code == split), None)


def of_fields(names: Iterable[str]) -> list[str]:
    """Those of these names that are own fields."""
    return [one for one in names if one.startswith(AS_DIMENSION)]
