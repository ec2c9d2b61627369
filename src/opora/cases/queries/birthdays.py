"""Who of an open case, a child or a mother who is one, soon turns fourteen or eighteen: papers and rights change."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import reduce
from operator import or_
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db.models import BinaryField, CharField, Exists, Expression, F, Func, OuterRef, Q, QuerySet, Value, When
from django.db.models import Case as Choice

from opora.cases.models import Case, CaseChild
from opora.families.models import FamilyMember
from opora.families.queries.birthdays import Turning, turning_soon
from opora.families.rules import CAREGIVERS, OF_AGE

Marks = Mapping[bytes, Turning]
_FOUND = F("person__search__tokens")
# Joined with nothing, the marks of the people of a few cases are looked at one by one. By their index they would be
# looked for among everybody in the house who was born in those months: more with each year's work.
_LOOKED_AT = Func(_FOUND, template="(%(expressions)s || '{}')", output_field=ArrayField(BinaryField()))
_MARKS = ArrayField(BinaryField())
# Written out: with nothing left to weigh, the database keeps one plan for good. To plan anew takes ten times the look.
_CHILD = Func(template=f"'{FamilyMember.Role.CHILD.value}'", output_field=CharField())
_TOLD = ("pk", "case_id", "case__number", "person__code_letter", "person__code_number")


def _not_weighed(marks: Collection[bytes]) -> Func:
    """The marks as the database learns them only when it looks.

    Which of them are frequent it would else weigh each time anew, by long lists of marks it has met: that takes longer
    than the look itself, and longer in a larger house. So one plan serves for all months.
    """
    return Func(Value(list(marks), output_field=_MARKS), template="(SELECT %(expressions)s)", output_field=_MARKS)


AGES = (14, OF_AGE)
"""From 14 on a child has a passport and a say of its own, from 18 on it is of age."""


@dataclass(frozen=True, slots=True)
class ComingBirthday:
    """Somebody of an open case turns so many years in a month; the day is nobody's to know from a list.

    ``is_parent`` of a mother or father who is not of age yet; ``id`` tells the two kinds apart by its sign.
    """

    id: int
    case_id: int
    number: str
    code: str
    years: int
    month: date
    is_parent: bool = False

    @property
    def comes_of_age(self) -> bool:
        return self.years == OF_AGE


def coming_birthdays(within: Q, *, on: date, limit: int, is_wide: bool = False) -> list[ComingBirthday]:
    """The birthdays of this month and the next three, the nearest first.

    `within` are the cases in sight as a condition on the children of cases; whoever asks may read names there. Who has
    left the family, died or is not born yet is passed over. `is_wide`: the cases in sight are a good part of the house.
    """
    turning = turning_soon(ages=AGES, on=on)
    inside = CaseChild.objects.filter(within, case__closed_on=None, case__voided_on=None)
    is_wide = is_wide or not within
    children = list(_by_month(inside, turning, limit) if is_wide else _children(inside, turning, limit))
    if is_wide and len(children) >= limit:
        # The list is full: nobody of a later month than its last one comes into it.
        last = max(one.month for one in children)
        turning = {mark: what for mark, what in turning.items() if what.month <= last}
    found = [*children, *_parents(inside, _FOUND if is_wide else _LOOKED_AT, turning, limit)]
    return sorted(found, key=lambda one: (one.month, one.number, one.code))[:limit]


def _by_month(inside: "QuerySet[CaseChild]", turning: Marks, limit: int) -> Iterator[ComingBirthday]:
    """The children of many cases, month after month: a later month is looked into only if there are too few before.

    Within a month they come as they are found: to put all of a large house in order, only to show the first of them,
    would take longer with each year's work.
    """
    months: dict[date, list[tuple[int, bytes]]] = defaultdict(list)
    for mark, what in turning.items():
        months[what.month].append((what.years, mark))
    parts = []
    for place, month in enumerate(sorted(months)):
        born = {years: Q(person__search__tokens__contains=_not_weighed([mark])) for years, mark in months[month]}
        rows = inside.filter(_present(), reduce(or_, born.values())).annotate(
            place=Value(place), years=Choice(*(When(is_born, then=Value(years)) for years, is_born in born.items()))
        )
        parts.append(rows.order_by().values_list(*_TOLD, "place", "years")[:limit])
    for key, case_id, number, letter, code, place, years in parts[0].union(*parts[1:], all=True)[:limit]:
        yield ComingBirthday(key, case_id, number, f"{letter}{code}", years, sorted(months)[place])


def _present() -> Exists:
    """The child is one in this family still."""
    return Exists(
        FamilyMember.objects.filter(person=OuterRef("person"), family=OuterRef("case__family"), role=_CHILD, to_on=None)
    )


def _children(inside: "QuerySet[CaseChild]", turning: Marks, limit: int) -> Iterator[ComingBirthday]:
    rows = inside.alias(born=_LOOKED_AT).filter(_present(), born__overlap=_not_weighed(turning))
    rows = rows.select_related("case", "person").defer("person__identity").annotate(marks=F("person__search__tokens"))
    for row in rows.order_by("pk")[: 4 * limit]:
        yield _told(row.pk, row.case, row, turning)


def _parents(
    inside: "QuerySet[CaseChild]", marks: Expression | F, turning: Marks, limit: int
) -> Iterator[ComingBirthday]:
    """Mothers and fathers who are children themselves: with eighteen they stand for their own children at law."""
    cases = Case.objects.filter(pk__in=inside.values("case"))
    young = FamilyMember.objects.alias(born=marks).filter(
        family__in=cases.values("family"), role__in=CAREGIVERS, to_on=None, born__overlap=_not_weighed(turning)
    )
    young = young.select_related("person").defer("person__identity").annotate(marks=F("person__search__tokens"))
    # Not by the bare number: the database would walk through all members of families in its order.
    rows = list(young.order_by(F("pk") + 0)[: 4 * limit])
    if not rows:
        return
    by_family = defaultdict(list)
    for case in cases.filter(family__in={row.family_id for row in rows}).order_by("pk"):
        by_family[case.family_id].append(case)
    for row in rows:
        for case in by_family[row.family_id]:
            yield replace(_told(-row.pk, case, row, turning), is_parent=True)


def _told(key: int, case: Case, row: Any, turning: Marks) -> ComingBirthday:
    what = next(turning[mark] for mark in map(bytes, row.marks) if mark in turning)
    return ComingBirthday(key, case.pk, case.number, row.person.code, what.years, what.month)
