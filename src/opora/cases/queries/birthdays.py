"""Children of open cases who soon turn fourteen or eighteen: papers, rights and help change with these days."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, F, OuterRef, Q

from opora.cases.models import CaseChild
from opora.families.models import FamilyMember
from opora.families.queries.birthdays import Turning, turning_soon
from opora.families.rules import OF_AGE

AGES = (14, OF_AGE)
"""From 14 on a child has a passport and a say of its own, from 18 on it is of age."""


@dataclass(frozen=True, slots=True)
class ComingBirthday:
    """A child of an open case turns so many years in a month; the day is nobody's to know from a list."""

    id: int
    case_id: int
    number: str
    code: str
    years: int
    month: date

    @property
    def comes_of_age(self) -> bool:
        return self.years == OF_AGE


def coming_birthdays(within: Q, *, on: date, limit: int) -> list[ComingBirthday]:
    """The birthdays of this month and the next three, the nearest first.

    `within` are the cases in sight as a condition on the children of cases; whoever asks may read names there. Who has
    left the family, died or is not born yet is passed over.
    """
    turning = turning_soon(ages=AGES, on=on)
    present = FamilyMember.objects.filter(
        person=OuterRef("person"), family=OuterRef("case__family"), role=FamilyMember.Role.CHILD, to_on=None
    )
    rows = (
        CaseChild.objects.filter(
            within,
            Exists(present),
            case__closed_on=None,
            case__voided_on=None,
            person__search__tokens__overlap=list(turning),
        )
        .select_related("case", "person")
        .defer("person__identity")
    )
    rows = rows.annotate(marks=F("person__search__tokens")).order_by("pk")
    found = [_told(row, turning) for row in rows[: 4 * limit]]
    return sorted(found, key=lambda one: (one.month, one.number, one.code))[:limit]


def _told(row: CaseChild, turning: dict[bytes, Turning]) -> ComingBirthday:
    what = next(turning[mark] for mark in map(bytes, row.marks) if mark in turning)  # type: ignore[attr-defined]
    return ComingBirthday(row.pk, row.case_id, row.case.number, row.person.code, what.years, what.month)
