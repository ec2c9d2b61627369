"""What records of a place have in common: the day is not before its beginning, people are of its family."""

from collections.abc import Collection
from datetime import date

from opora.families import queries as families
from opora.families.rules import Belonging
from opora.process.queries import Place

UNSEEN = frozenset({Belonging.EXPECTED, Belonging.MISTAKE})
"""Whom nobody can have met: not born yet, or never of the family."""


def family_ids(place: Place, *, on: date) -> dict[int, bool]:
    """The people of the family by id, and whether each is a child on a day; nobody while the family is not known."""
    belongs = families.belongings_in(place.family_id, on=on)
    return {pk: found is Belonging.CHILD for pk, found in belongs.items() if found not in UNSEEN}


def strangers(place: Place, person_ids: Collection[int], *, on: date) -> set[int]:
    """Those of the people named who are not of this family."""
    return set(person_ids) - family_ids(place, on=on).keys() if person_ids else set()


def told_day(day: date | None) -> str:
    """A day as an amendment keeps it."""
    return day.isoformat() if day else ""
