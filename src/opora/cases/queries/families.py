"""Families a new case may be opened for."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from opora.access.rules import Actor, can
from opora.cases.models import Case
from opora.cases.queries.visible import even_voided, visible_to
from opora.common.dates import today
from opora.common.errors import NotFound
from opora.families import queries as families
from opora.families.models import FamilyMember, Person
from opora.families.rules.childhood import ADULTS, CHILDREN

_SHOWN = 20


@dataclass(frozen=True, slots=True)
class KnownFamily:
    """A family by the codes of its people, and the numbers of its cases that this person may see."""

    id: int
    adults: tuple[Person, ...]
    children: tuple[Person, ...]
    cases: tuple[Case, ...]


def families_of_cases(case_ids: Sequence[int]) -> dict[int, int | None]:
    """The family of each case; the caller has asked whether the person may see the cases."""
    return dict(Case.objects.filter(pk__in=case_ids).values_list("pk", "family_id"))


def find_families(*, actor: Actor, text: str) -> list[KnownFamily]:
    """Families by the code of anybody in them or, for those who may read names, by name, date or telephone.

    A family whose cases this person may not see is not found; one without any case yet is, by code.
    """
    people = set(families.people_by_code(actor=actor, text=text))
    if can(actor, "identity.read"):
        people.update(families.search_people(actor=actor, text=text)[: 10 * _SHOWN])
    found = FamilyMember.objects.filter(person_id__in=people).values_list("family_id", flat=True)
    return _known(actor, sorted(set(found), reverse=True)[: 10 * _SHOWN])[:_SHOWN]


def get_known_family(*, actor: Actor, family_id: int) -> KnownFamily:
    """One family a case may be opened for; NotFound when this person may not know of it."""
    found = _known(actor, [family_id])
    if not found:
        raise NotFound
    return found[0]


def _known(actor: Actor, family_ids: Sequence[int]) -> list[KnownFamily]:
    cases = defaultdict(list)
    for case in visible_to(actor).filter(family_id__in=family_ids).select_related("program").order_by("-opened_on"):
        cases[case.family_id].append(case)
    seen = set(even_voided(actor).filter(family_id__in=family_ids).values_list("family_id", flat=True))
    hidden = set(Case.every.filter(family_id__in=family_ids).values_list("family_id", flat=True)) - seen
    adults: dict[int, list[Person]] = {}
    children: dict[int, list[Person]] = {}
    for family_id, found in families.people_by_family(set(family_ids) - hidden, on=today()).items():
        adults[family_id] = [person for person, belongs in found if belongs in ADULTS]
        children[family_id] = [person for person, belongs in found if belongs in CHILDREN]
    return [
        KnownFamily(pk, tuple(adults.get(pk, ())), tuple(children.get(pk, ())), tuple(cases[pk]))
        for pk in _with_people(family_ids, adults, children)
    ]


def _with_people(
    family_ids: Iterable[int], adults: dict[int, list[Person]], children: dict[int, list[Person]]
) -> list[int]:
    return [pk for pk in family_ids if adults.get(pk) or children.get(pk)]
