"""Children counted as people: each once, however many cases name it, by what the last closing tells of it (IND-20).

Who had come of age by then, had left the family or had died is no kept child and no lost one: it is told apart.
"""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from operator import attrgetter

from opora.cases.rules.children_then import ChildThen
from opora.families.rules import Belonging

_OWN, _RELATIVES, _UNKNOWN = "own_family", "relatives", ("", "unknown")


@dataclass(frozen=True, slots=True)
class ChildCounts:
    """Children at closing: how many, of how many it is known where they live, and where.

    `known_later` and `kept_later` are the same at the look back six months later, of those told of then. `grown`,
    `gone` and `died` were no children of the family any more on the day of closing; they are in no other count.
    """

    children: int = 0
    known: int = 0
    kept: int = 0
    with_relatives: int = 0
    known_later: int = 0
    kept_later: int = 0
    grown: int = 0
    gone: int = 0
    died: int = 0

    def __add__(self, other: "ChildCounts") -> "ChildCounts":
        return ChildCounts(*(getattr(self, name) + getattr(other, name) for name in self.__slots__))

    def __sub__(self, other: "ChildCounts") -> "ChildCounts":
        return ChildCounts(*(getattr(self, name) - getattr(other, name) for name in self.__slots__))


FIELDS = tuple(field.name for field in fields(ChildCounts))


def counts_of(told: ChildThen) -> ChildCounts:
    """What one case tells of one child."""
    return _at_closing(told) + _later(told)


def each_told(told: Iterable[ChildThen]) -> ChildCounts:
    """Every child of every case: who is named by two cases stands there twice. For adding up, never for showing."""
    return sum(map(counts_of, told), ChildCounts())


def people(told: Iterable[ChildThen]) -> ChildCounts:
    """Every child once: by the last closing that names it, and by the last look back that tells of it.

    Of two closings on one day the one that knows where the child lives is believed.
    """
    lines = list(told)
    last = {one.person_id: one for one in sorted(lines, key=_in_time)}
    looked = [one for one in lines if one.later_on is not None]
    later = {one.person_id: one for one in sorted(looked, key=attrgetter("later_on", "case_id"))}
    return sum(map(_at_closing, last.values()), sum(map(_later, later.values()), ChildCounts()))


def named_twice(told: Iterable[ChildThen]) -> ChildCounts:
    """By how much adding up the cases says more than there are people."""
    lines = list(told)
    return each_told(lines) - people(lines)


def _in_time(told: ChildThen) -> tuple[object, ...]:
    return told.closed_on, told.home not in _UNKNOWN, told.case_id


def _at_closing(told: ChildThen) -> ChildCounts:
    if told.what is not Belonging.CHILD:
        return ChildCounts(
            grown=int(told.what is Belonging.GROWN),
            gone=int(told.what is Belonging.GONE),
            died=int(told.what is Belonging.DIED),
        )
    return ChildCounts(
        children=1,
        known=int(told.home not in _UNKNOWN),
        kept=int(told.home == _OWN),
        with_relatives=int(told.home == _RELATIVES),
    )


def _later(told: ChildThen) -> ChildCounts:
    if told.later_on is None or told.later_home in _UNKNOWN:
        return ChildCounts()
    return ChildCounts(known_later=1, kept_later=int(told.later_home == _OWN))
