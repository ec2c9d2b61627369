"""Who belongs or belonged to which family."""

from django.db.models import Exists, Max, Min, OuterRef, Prefetch, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.common.errors import NotFound
from opora.families import policies
from opora.families.models import FamilyMember, Person
from opora.families.rules import CAREGIVERS


def person_of_case(*, actor: Actor, person_id: int, case_id: int) -> Person:
    """A person who belongs or belonged to the family of a case the actor may read; NotFound for any other."""
    return person_in_family(person_id, policies.standing_in(actor=actor, case_id=case_id).family_id)


def newest_role(*, actor: Actor, case_id: int) -> int:
    """The last role that was given in the family of a case: who comes after it was not on the page yet."""
    standing = policies.standing_in(actor=actor, case_id=case_id)
    newest = FamilyMember.objects.filter(family_id=standing.family_id).aggregate(newest=Max("pk"))
    return newest["newest"] or 0


def person_in_family(person_id: int, family_id: int) -> Person:
    """A person who belongs or belonged to a family, with the roles in it; for this room's own use."""
    roles = Prefetch("memberships", queryset=FamilyMember.objects.filter(family=family_id).order_by("id"))
    found = Person.objects.filter(pk=person_id, memberships__family=family_id).distinct()
    person = with_own_family(found, family_id).select_related("key").prefetch_related(roles).first()
    if person is None:
        raise NotFound(_("There is no such person in this family."))
    return person


def with_own_family(people: "QuerySet[Person]", family_id: int) -> "QuerySet[Person]":
    """People of a family, each with whether he or she cares for another one."""
    cares = FamilyMember.objects.filter(person=OuterRef("pk"), role__in=CAREGIVERS, to_on=None)
    return people.annotate(has_own_family=Exists(cares.exclude(family=family_id)))


def people_of_family(family_id: int) -> list[Person]:
    """Everybody who belongs or belonged to a family, with the roles in it; for this room's own use."""
    roles = FamilyMember.objects.filter(family=family_id).order_by("id")
    first = Min("memberships__id", filter=Q(memberships__family=family_id))
    people = Person.objects.filter(memberships__family=family_id).annotate(first=first).order_by("first")
    found = with_own_family(people, family_id).select_related("key")
    return list(found.prefetch_related(Prefetch("memberships", queryset=roles)))


def sealed_people_of(family_id: int) -> list[Person]:
    """The same people with the keys of their identities and without roles, in one query, for showing names."""
    members = FamilyMember.objects.filter(family=family_id).values("person_id")
    return list(Person.objects.filter(pk__in=members).select_related("key").order_by("pk"))


def families_of(person_id: int) -> frozenset[int]:
    """The families a person belongs or belonged to."""
    return frozenset(FamilyMember.objects.filter(person=person_id).values_list("family_id", flat=True))
