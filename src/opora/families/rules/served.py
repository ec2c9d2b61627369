"""Who of a family was there while somebody worked with it, and what each was: a child of some age, an adult."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from .ages import age_span
from .births import Birth
from .childhood import Belonging, RoleSpan, belonging_on

BANDS = ((0, 2), (3, 6), (7, 11), (12, 17))
"""Whole years, both included."""

_THERE = frozenset({Belonging.ADULT, Belonging.CHILD, Belonging.GROWN, Belonging.EXPECTED})


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody with the roles he or she has or had in one family; the birth is None where nobody knows it."""

    person_id: int
    family_id: int
    sex: str
    roles: Sequence[RoleSpan]
    born: Birth | None = None


def last_there(member: Member, first: date, last: date) -> tuple[date, Belonging] | None:
    """The last day between two on which somebody belonged to the family, and as what; None who never did.

    Who left, died or grew into a family of the own in between counts as what he or she was on the day before.
    """
    day_before = (role.to_on - timedelta(days=1) for role in member.roles if role.to_on is not None)
    days = sorted({last, *(day for day in day_before if first <= day <= last)}, reverse=True)
    for day in days:
        what = belonging_on(member.roles, member.born, day)
        if what in _THERE:
            return day, what
    return None


def band_of(born: Birth | None, on: date) -> tuple[int, int] | None:
    """The band of years a child belongs to on a day; None where it is not known for sure."""
    span = age_span(born, on) if born is not None else None
    if span is None:
        return None
    return next((band for band in BANDS if _within(band, (span.youngest.years, span.oldest.years))), None)


def was_child(member: Member, on: date) -> bool:
    """Whether somebody was a child of the family on a day."""
    return belonging_on(member.roles, member.born, on) is Belonging.CHILD


def _within(band: tuple[int, int], years: Iterable[int]) -> bool:
    return all(band[0] <= one <= band[1] for one in years)
