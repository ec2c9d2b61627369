"""What records of a place have in common: the day is not before its beginning, people are of its family."""

from collections.abc import Collection
from datetime import date

from opora.families import queries as families
from opora.process.queries import Place


def family_ids(place: Place) -> dict[int, bool]:
    """The people of the family by id, and whether each is a child; nobody while the family is not known."""
    if place.family_id is None:
        return {}
    return {person.pk: person.is_child for person in families.people_of_family(place.family_id)}


def strangers(place: Place, person_ids: Collection[int]) -> set[int]:
    """Those of the people named who are not of this family."""
    return set(person_ids) - family_ids(place).keys() if person_ids else set()


def told_day(day: date | None) -> str:
    """A day as an amendment keeps it."""
    return day.isoformat() if day else ""
