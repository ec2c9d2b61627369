"""Whether somebody is a child of a family on a day: a role with dates, and the years somebody has lived.

Every form asks for the day it is about, not for today: a child born later is not asked about in an old form, one who
has left, died or grown up is not asked about in a new one.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from .ages import comes_of_age_on
from .births import Birth

_CHILD = "child"


class Belonging(StrEnum):
    """What somebody is to a family on a day."""

    ADULT = "adult"
    CHILD = "child"
    EXPECTED = "expected"
    NOT_YET = "not_yet"
    GROWN = "grown"
    GONE = "gone"
    DIED = "died"
    MISTAKE = "mistake"


ADULTS = frozenset({Belonging.ADULT, Belonging.GROWN})
"""Who may be the client of a case; whoever is grown still belongs or belonged to the family as its child."""
CHILDREN = frozenset({Belonging.CHILD, Belonging.EXPECTED})
"""For whose sake a case may be opened; a child not born yet is one."""


class Ended(StrEnum):
    """Why a role in a family ended."""

    GROWN = "grown"
    MOVED = "moved"
    DIED = "died"
    UNBORN = "unborn"
    MISTAKE = "mistake"


AFTER = {Ended.GROWN: Belonging.GROWN, Ended.DIED: Belonging.DIED}
"""What somebody is after a role ended for such a reason; for any other, gone."""


@dataclass(frozen=True, slots=True)
class RoleSpan:
    """One role in a family: from a day (None: always so) up to, not including, another (None: still)."""

    role: str
    from_on: date | None = None
    to_on: date | None = None
    ended: str = ""
    is_expected: bool = False

    def holds_on(self, day: date) -> bool:
        return (self.from_on is None or self.from_on <= day) and (self.to_on is None or day < self.to_on)


def belonging_on(roles: Iterable[RoleSpan], born: Birth | None, on: date) -> Belonging:
    """What somebody with these roles in one family is to it on a day, as far as the birth is known.

    Somebody entered by mistake never belonged to it. A child is grown from the day on which it surely is of age: of a
    birth known to the year the latest possible day counts, so that nobody is passed over too early.
    """
    told = list(roles)
    own = [one for one in told if one.ended != Ended.MISTAKE]
    if not own:
        return Belonging.MISTAKE if told else Belonging.NOT_YET
    present = next((one for one in reversed(own) if one.holds_on(on)), None)
    if present is not None:
        return _in_role(present, own, born, on)
    over = [one for one in own if one.to_on is not None and one.to_on <= on]
    if not over:
        return Belonging.NOT_YET
    last = max(over, key=lambda one: one.to_on or on)
    return AFTER.get(Ended(last.ended), Belonging.GONE) if last.ended else Belonging.GONE


def is_of_age(born: Birth | None, on: date) -> bool:
    """Whether somebody surely is eighteen on a day."""
    return born is not None and comes_of_age_on(born.latest) <= on


def _in_role(present: RoleSpan, own: Iterable[RoleSpan], born: Birth | None, on: date) -> Belonging:
    if present.role != _CHILD:
        return Belonging.GROWN if any(one.role == _CHILD for one in own) else Belonging.ADULT
    if present.is_expected:
        return Belonging.EXPECTED
    if born is not None and born.earliest > on:
        return Belonging.NOT_YET
    return Belonging.GROWN if is_of_age(born, on) else Belonging.CHILD
