"""From what is seen day by day to a result: from when to when it stood, and what still waits for somebody's word.

What is not known changes nothing: it is neither a yes nor a no. The database folds the same way
(``sql/fold.sql``); a test holds both against each other.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise


@dataclass(frozen=True, slots=True, order=True)
class Fact:
    """On a day it was seen, or was seen not to be so: by a rule that is certain, or by one that asks for a word.

    ``place`` puts facts of one day in order: what somebody said comes after what was derived.
    """

    on: date
    place: int
    source: str
    is_yes: bool | None = None
    is_sure: bool = True


@dataclass(frozen=True, slots=True)
class Spell:
    """A time in which a result stood; without an end it stands."""

    since: date
    since_by: str
    until: date | None = None
    until_by: str = ""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What the records let one think and somebody has to say: reached, or lost again."""

    is_reached: bool
    on: date
    source: str


def spells(facts: Iterable[Fact]) -> list[Spell]:
    """The times in which the result stood, by certain facts alone, the first one first."""
    turns = _turns([one for one in facts if one.is_sure])
    ends: list[Fact | None] = [*turns[1:], None]
    return [
        Spell(one.on, one.source, end.on if end else None, end.source if end else "")
        for one, end in zip(turns, ends, strict=False)
        if one.is_yes
    ]


def suggestion(facts: Sequence[Fact]) -> Suggestion | None:
    """What the newest turn of all facts says, where certain facts alone say something else."""
    turns = _turns(facts)
    stands = any(one.until is None for one in spells(facts))
    if not turns or bool(turns[-1].is_yes) == stands:
        return None
    return Suggestion(bool(turns[-1].is_yes), turns[-1].on, turns[-1].source)


def _turns(facts: Iterable[Fact]) -> list[Fact]:
    """The facts with which something changed: yes after no, no after yes; before the first it is no."""
    known = sorted(one for one in facts if one.is_yes is not None)
    nothing = Fact(date.min, 0, "", is_yes=False)
    return [now for before, now in pairwise([nothing, *known]) if now.is_yes != before.is_yes]
