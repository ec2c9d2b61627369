"""Who is a child of a family on a day, grown, expected, gone: asked by every form for the day it is about."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet
from django.db.models.functions import JSONObject

from opora.common.among import among
from opora.common.asked_often import asked_often
from opora.families.models import FamilyMember, Person
from opora.families.queries.opening import births, unlocked
from opora.families.rules import Belonging, Birth, Ended, Identity, RoleSpan, belonging_on

_SPAN = ("role", "from_on", "to_on", "ended", "is_expected")


def members_with_keys(family_id: int) -> list[FamilyMember]:
    """Every role somebody has or had in the family, with the person and the key: one question; for this room's use.

    With them the roles in other families: a daughter who grew up is known from the family she grew up in.
    """
    return _members(family_id=family_id)


def members_of_families(family_ids: Collection[int]) -> dict[int, list[FamilyMember]]:
    """The same of several families, by family: one question; for this room's use."""
    found: dict[int, list[FamilyMember]] = {pk: [] for pk in family_ids}
    others = FamilyMember.objects.filter(person=OuterRef("person")).exclude(family=OuterRef("family"))
    told = others.exclude(ended=Ended.MISTAKE).order_by("pk").values(line=JSONObject(family="family", role="role"))
    rows = FamilyMember.objects.filter(family_id__in=found).select_related("person__key")
    for member in rows.annotate(elsewhere=ArraySubquery(told)).order_by("pk"):
        found[member.family_id].append(member)
    return found


@asked_often
def _members(*, family_id: int) -> QuerySet[FamilyMember]:
    others = FamilyMember.objects.filter(person=OuterRef("person")).exclude(family=family_id)
    told = others.exclude(ended=Ended.MISTAKE).order_by("pk").values(line=JSONObject(family="family", role="role"))
    found = FamilyMember.objects.filter(family_id=family_id).select_related("person__key")
    return found.annotate(elsewhere=ArraySubquery(told)).order_by("pk")


def belongings(
    members: Iterable[FamilyMember], on: date, opened: Mapping[int, Identity] | None = None
) -> dict[int, Belonging]:
    """What each person is on a day, by roles of one family read with their people; for this room's own use."""
    roles: dict[int, list[RoleSpan]] = defaultdict(list)
    people: dict[int, Person] = {}
    for member in members:
        roles[member.person_id].append(span_of(member))
        people[member.person_id] = member.person
    known = unlocked(people.values()) if opened is None else opened
    return {
        pk: belonging_on(spans, identity.born if (identity := known.get(pk)) else None, on)
        for pk, spans in roles.items()
    }


def span_of(member: FamilyMember) -> RoleSpan:
    """A role as the rule reads it."""
    return RoleSpan(member.role, member.from_on, member.to_on, member.ended, member.is_expected)


def roles_in(family_ids: Collection[int], person_ids: Collection[int]) -> dict[tuple[int, int], list[RoleSpan]]:
    """The roles of these people in these families, by family and person, in the order in which they were written.

    For counting by the system: whole thousands at once, so plain columns and no records.
    """
    found = FamilyMember.objects.filter(among("family_id", family_ids), among("person_id", person_ids)).order_by("pk")
    roles: dict[tuple[int, int], list[RoleSpan]] = defaultdict(list)
    for family, person, *span in spans_of_row(found, "family_id", "person_id"):
        roles[family, person].append(RoleSpan(*span))
    return dict(roles)


def spans_of_row(found: "QuerySet[FamilyMember]", *columns: str) -> Iterable[tuple[Any, ...]]:
    """Plain rows of roles: these columns first, then what a `RoleSpan` is made of."""
    return found.values_list(*columns, *_SPAN)


def births_of(person_ids: Collection[int]) -> dict[int, Birth]:
    """The births of people by id, as exactly as each is known; for counting by the system, which shows none."""
    return births(Person.objects.filter(pk__in=person_ids, identity__isnull=False).select_related("key"))


def belongings_of(person_id: int, *, on: date) -> dict[int, Belonging]:
    """What a person is on a day to each family he or she belongs or belonged to, by the family's id."""
    found = list(FamilyMember.objects.filter(person=person_id).select_related("person__key").order_by("pk"))
    born = births([found[0].person]).get(person_id) if found else None
    roles: dict[int, list[RoleSpan]] = defaultdict(list)
    for member in found:
        roles[member.family_id].append(span_of(member))
    return {family_id: belonging_on(spans, born, on) for family_id, spans in roles.items()}


def belongings_in(family_id: int | None, *, on: date) -> dict[int, Belonging]:
    """What everybody who has or had a role in a family is to it on a day; whoever asks may see the family."""
    return belongings(members_with_keys(family_id), on) if family_id is not None else {}


def people_by_family(family_ids: Collection[int], *, on: date) -> dict[int, list[tuple[Person, Belonging]]]:
    """The same of several families, with their people; who has left one is told of no more unless grown."""
    found = FamilyMember.objects.filter(family_id__in=family_ids).select_related("person__key").order_by("pk")
    gathered: dict[int, list[FamilyMember]] = defaultdict(list)
    for member in found:
        gathered[member.family_id].append(member)
    known = unlocked({member.person_id: member.person for member in found}.values())
    told: dict[int, list[tuple[Person, Belonging]]] = {}
    for family_id, members in gathered.items():
        people = {member.person_id: member.person for member in members}
        present = {member.person_id for member in members if member.to_on is None}
        belongs = belongings(members, on, known)
        told[family_id] = [(people[pk], what) for pk, what in belongs.items() if pk in present]
    return told


def children_of_family(family_id: int | None, *, on: date) -> list[Person]:
    """The children of a family on a day, in the order in which they were entered; for rooms that may see the family."""
    return who_are(family_id, Belonging.CHILD, on=on)


def who_are(family_id: int | None, *what: Belonging, on: date) -> list[Person]:
    """Who is one of these things to a family on a day, in the order in which they were entered."""
    if family_id is None:
        return []
    members = members_with_keys(family_id)
    found = belongings(members, on)
    people = {member.person_id: member.person for member in members}
    return [people[pk] for pk, belongs in found.items() if belongs in what]
