"""The one door to cases: who sees which."""

from django.db.models import Q, QuerySet

from opora.access.rules import Actor, Scope, departments, scope
from opora.cases import policies
from opora.cases.models import Case, TeamMember


def visible_to(actor: Actor, ability: str = "case.read") -> QuerySet[Case]:
    """The cases an ability reaches: all, those of the person's departments, those of the person's teams.

    One queryset, so that every list, figure and page filters in the database and never beside it.
    """
    reach = scope(actor, ability)
    if reach is Scope.ALL:
        return Case.objects.all()
    if reach is Scope.NONE or actor.user_id is None:
        return Case.objects.none()
    seen = Q(pk__in=TeamMember.objects.filter(user_id=actor.user_id, to_on=None).values("case_id"))
    if reach is Scope.DEPARTMENT:
        seen |= Q(department_id__in=departments(actor, ability))
    return Case.objects.filter(seen)


def is_member(*, actor: Actor, case_id: int) -> bool:
    """Say whether the person works on the case at present."""
    if actor.user_id is None:
        return False
    return TeamMember.objects.filter(case_id=case_id, user_id=actor.user_id, to_on=None).exists()


def can_see(*, actor: Actor, case_id: int) -> bool:
    """Say whether the case is still there for this person, who may just have handed it over."""
    return visible_to(actor).filter(pk=case_id).exists()


def get_case(*, actor: Actor, case_id: int) -> Case:
    """The case with its department, program and client; NotFound alike when absent and when not for this person."""
    known = visible_to(actor).select_related("department", "program", "client", "family")
    found = known.defer("client__identity").filter(pk=case_id).first()
    if found is None:
        raise policies.unseen()
    return found
