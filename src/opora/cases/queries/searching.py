"""The search box of the list: a number in any spelling, a code, or a name."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import BooleanField, F, Func, Q, QuerySet

from opora.access.rules import Actor, can
from opora.cases.models import Case, CaseTransfer
from opora.cases.rules.listing import Span
from opora.cases.rules.numbers import number_key
from opora.families import queries as families
from opora.families.models import FamilyMember

# A name that more people bear is looked for where the page begins, before it is looked for everywhere.
_COMMON = 100
# So few cases are gone through one by one, however common the name.
_FEW = 300
# Of so many months are the open cases that the one search finds first, and next.
_RECENT = (2, 12)


def is_name(*, wanted: QuerySet[Case], text: str) -> bool:
    """A text without a digit is a name unless some number begins with it."""
    return not any(sign.isdigit() for sign in text) and not wanted.filter(_numbered(text)).exists()


def is_common(*, actor: Actor, text: str) -> bool:
    """Whether so many people bear a name that finding all of them would take longer than a page should."""
    return len(families.search_people(actor=actor, text=text)[: _COMMON + 1]) > _COMMON


def of_name(*, actor: Actor, wanted: QuerySet[Case], text: str, span: Span | None = None) -> QuerySet[Case]:
    """Those of the cases in whose family somebody bears a name, of one span of months when it is given.

    Names are looked for only for those who may read them.
    """
    if not can(actor, "identity.read"):
        return wanted.none()
    if span is not None:
        wanted = wanted.filter(opened_on__gte=span.first_on, opened_on__lte=span.last_on)
    return wanted.filter(_of_people(families.search_people(actor=actor, text=text, months=span.months if span else ())))


def of_name_among_few(*, actor: Actor, wanted: QuerySet[Case], text: str) -> QuerySet[Case]:
    """The same cases, found the quicker way where there are only few to choose from."""
    family_ids = list(wanted.order_by().values_list("family_id", flat=True)[: _FEW + 1])
    if len(family_ids) > _FEW:
        return of_name(actor=actor, wanted=wanted, text=text)
    members = FamilyMember.objects.filter(family_id__in=family_ids)
    found = families.search_people(actor=actor, text=text).filter(person_id__in=members.values("person_id"))
    return wanted.filter(_of_people(found), family_id__in=family_ids)


def matching(*, actor: Actor, wanted: QuerySet[Case], text: str) -> QuerySet[Case]:
    """Those of the cases whose number, or whose family's code, name, telephone or birth date, was typed."""
    by_number = _numbered(text)
    if start := number_key(text):
        # A case that went over to another program is found by its former number too.
        former = CaseTransfer.objects.filter(from_number_key__startswith=start).values("case_id")
        by_number |= Q(pk__in=former)
    found = by_number | Q(_of_people(families.people_by_code(actor=actor, text=text)))
    if can(actor, "identity.read"):
        found |= Q(_of_people(families.search_people(actor=actor, text=text)))
    return wanted.filter(found)


def meant(
    *,
    actor: Actor,
    wanted: QuerySet[Case],
    code: str,
    tokens: Collection[Sequence[bytes]],
    numbers: Iterable[str],
) -> QuerySet[Case]:
    """Those of the cases that what was typed may mean: by code or number, or by the fingerprints of one reading."""
    found = Q(_of_people(families.people_by_code(actor=actor, text=code)))
    for number in numbers:
        found |= _numbered(number)
    if can(actor, "identity.read"):
        found |= Q(_of_people(families.people_with(actor=actor, tokens=tokens)))
    return wanted.filter(found)


def meant_by_name(
    *, actor: Actor, wanted: QuerySet[Case], tokens: Collection[Sequence[bytes]], month: int
) -> Iterator[QuerySet[Case]]:
    """Those of the cases in whose family somebody bears a name, in the order in which they are told.

    Open ones of the months up to this one come first, then those of a year, all other open ones and the closed ones.
    Each case is in one of these parts, so whoever needs only a few has them from the first, however common the name.
    """
    if not can(actor, "identity.read"):
        return
    going, told = wanted.filter(closed_on=None), Q(pk__in=())
    for length in _RECENT:
        span = Span(tuple(range(month - length + 1, month + 1)))
        recent = Q(opened_on__gte=span.first_on, opened_on__lte=span.last_on)
        found = families.people_with(actor=actor, tokens=tokens, months=span.months)
        yield going.filter(recent & ~told, _of_people(found))
        told = recent
    everybody = families.people_with(actor=actor, tokens=tokens)
    yield going.filter(~told, _of_people(everybody))
    yield wanted.filter(_of_people(everybody), closed_on__isnull=False)


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
