"""Who is away, who stands in, and who may."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q

from opora.access.models import RoleAssignment, Substitution
from opora.access.rules import (
    ABILITIES,
    Actor,
)
from opora.common.text import russian_order


def standing_in(*, user_ids: Iterable[int], on: date) -> dict[int, Substitution]:
    """Who stands in today for some colleagues, by the id of who is away."""
    found = Substitution.objects.filter(absent_id__in=set(user_ids), from_on__lte=on, until_on__gte=on, revoked_at=None)
    return {one.absent_id: one for one in found.filter(substitute__is_active=True).select_related("substitute")}


def substitutions_of(*, actor: Actor, user_id: int, on: date) -> list[Substitution]:
    """The present and coming absences of somebody, and those in which he or she stands in; asked by the caller."""
    both = Q(absent_id=user_id) | Q(substitute_id=user_id)
    found = Substitution.objects.filter(both, until_on__gte=on, revoked_at=None)
    return list(found.select_related("absent", "substitute").order_by("from_on", "pk"))


def substitutes_for(*, actor: Actor, user_id: int) -> list[tuple[int, str]]:
    """Who may stand in for somebody: colleagues who see families themselves and work in the same place."""
    places = set(RoleAssignment.objects.filter(user_id=user_id).values_list("department_id", flat=True))
    roles = list(ABILITIES["case.read"])
    held = RoleAssignment.objects.filter(role__in=roles, user__is_active=True).exclude(user_id=user_id)
    if None not in places:
        held = held.filter(Q(department_id__in=places) | Q(department=None))
    people = dict(held.values_list("user_id", "user__name"))
    return sorted(people.items(), key=lambda one: russian_order(one[1]))
