"""The search box of the list: a number in any spelling, a code, or a name."""

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import BooleanField, F, Func, Q, QuerySet

from opora.access.rules import Actor, can
from opora.cases.models import Case
from opora.cases.rules.numbers import number_key
from opora.families import queries as families
from opora.families.models import FamilyMember


def matching(*, actor: Actor, wanted: QuerySet[Case], text: str) -> QuerySet[Case]:
    """Those of the cases whose number, or whose family's code or name, was typed.

    Names are looked for only for those who may read them. A text without a digit is a name unless some number
    begins with it.
    """
    by_number = _numbered(text)
    if not any(sign.isdigit() for sign in text) and not wanted.filter(by_number).exists():
        if not can(actor, "identity.read"):
            return wanted.none()
        return wanted.filter(_of_people(families.search_people(actor=actor, text=text)))
    found = by_number | Q(_of_people(families.people_by_code(actor=actor, text=text)))
    if can(actor, "identity.read"):
        found |= Q(_of_people(families.search_people(actor=actor, text=text)))
    return wanted.filter(found)


def _numbered(text: str) -> Q:
    """Cases whose number begins with the text; a run of digits must end where the text ends."""
    start = number_key(text)
    if not start:
        return Q(pk__in=())
    begun = Q(number_key__startswith=start)
    return begun & ~Q(number_key__regex=rf"^.{{{len(start)}}}\d") if start[-1].isdigit() else begun


def _of_people(person_ids: QuerySet[Any, int]) -> Func:
    """Cases of the families of some people.

    The families are gathered first and found by their index. Left to choose, the database may walk down the whole
    list in search of a common name that nobody within this person's sight has.
    """
    gathered = FamilyMember.objects.filter(person_id__in=person_ids).values("family_id")
    return Func(
        F("family_id"),
        ArraySubquery(gathered),
        arg_joiner=" = ANY(",
        template="%(expressions)s)",
        output_field=BooleanField(),
    )
