"""What a closed case tells of each of its children: what it was to the family on that day, and where it lived."""

from datetime import date
from typing import NamedTuple

from opora.families.rules import Belonging


class ChildThen(NamedTuple):
    """A child named by a closed case, on the day of closing; and at the look back, if it was told of then.

    `home` is the placement at closing, empty where none was recorded. Of whom nothing was told later, `later_on` is
    None. Who was no child of the family any more on that later day, or on the day the look back was due while nobody
    has looked, has that day and no `later_home`.
    """

    case_id: int
    person_id: int
    closed_on: date
    what: Belonging
    home: str = ""
    later_on: date | None = None
    later_home: str = ""


def what_then(now_told: Belonging, *, is_birth_known: bool, told_then: str) -> Belonging:
    """What somebody was on the day of closing, by what is known now and what the closing itself said.

    Roles and births set right later count. Of whom nobody knows the birth any more (it was destroyed), the closing
    remembers that he or she had come of age.
    """
    if now_told is Belonging.CHILD and not is_birth_known and told_then == Belonging.GROWN:
        return Belonging.GROWN
    return now_told
