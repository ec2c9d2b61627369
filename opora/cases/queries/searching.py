"""The search box of the list: a number in any spelling, a code, or a name."""

from typing import Any

from django.db.models import Q, QuerySet

from opora.access.rules import Actor, can
from opora.cases.models import Case
from opora.cases.rules.numbers import number_key
from opora.families import queries as families
from opora.families.models import FamilyMember

_FEW = 1_000


def matching(*, actor: Actor, wanted: QuerySet[Case], text: str) -> QuerySet[Case]:
    """Those of the cases whose number, or whose family's code or name, was typed.

    Names are looked for only for those who may read them. A text without a digit is a name unless some number
    begins with it; names are left to the database alone, which reads the list in order when the name is common
    and starts from the people when it is rare.
    """
    by_number = _numbered(text)
    if not any(sign.isdigit() for sign in text) and not wanted.filter(by_number).exists():
        if not can(actor, "identity.read"):
            return wanted.none()
        people = families.search_people(actor=actor, text=text)
        return wanted.filter(family_id__in=FamilyMember.objects.filter(person_id__in=people).values("family_id"))
    found = by_number | _of_people(families.people_by_code(actor=actor, text=text))
    if can(actor, "identity.read"):
        found |= _of_people(families.search_people(actor=actor, text=text))
    return wanted.filter(found)


def _numbered(text: str) -> Q:
    """Cases whose number begins with the text; a run of digits must end where the text ends."""
    start = number_key(text)
    if not start:
        return Q(pk__in=())
    begun = Q(number_key__startswith=start)
    return begun & ~Q(number_key__regex=rf"^.{{{len(start)}}}\d") if start[-1].isdigit() else begun


def _of_people(person_ids: QuerySet[Any, int]) -> Q:
    """Cases of the families of some people; a few are named one by one, so that an index can find each."""
    of_people = FamilyMember.objects.filter(person_id__in=person_ids)
    few = set(of_people.values_list("family_id", flat=True)[: _FEW + 1])
    if len(few) > _FEW:
        return Q(family_id__in=of_people.values("family_id"))
    return Q(family_id__in=few) if few else Q(pk__in=())
