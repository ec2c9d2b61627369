"""The one door to cases: who sees which."""

from collections.abc import Collection
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q, QuerySet

from opora.access.rules import Actor, Scope, departments, hands, people_of, scope
from opora.cases import policies
from opora.cases.models import Case, TeamMember
from opora.common.asked_often import asked_often

_FEW = 500


def visible_to(actor: Actor, ability: str = "case.read") -> QuerySet[Case]:
    """The cases an ability reaches: all, those of the person's departments, those of the person's teams.

    One queryset, so that every list, figure and page filters in the database and never beside it. What was opened by
    mistake is not among them.
    """
    return even_voided(actor, ability).filter(voided_on=None)


def even_voided(actor: Actor, ability: str = "case.read") -> QuerySet[Case]:
    """The same with cases opened by mistake: for their own list, and where a number or a family is not free yet."""
    reach = scope(actor, ability)
    if reach is Scope.ALL:
        return Case.every.all()
    if reach is Scope.NONE or actor.user_id is None:
        return Case.every.none()
    seen = Q(pk__in=teams_of(actor, ability).values("case_id"))
    if reach is Scope.DEPARTMENT:
        seen |= Q(department_id__in=departments(actor, ability))
    return Case.every.filter(seen)


def teams_of(actor: Actor, ability: str = "case.read") -> QuerySet[TeamMember]:
    """Present parts in teams that count for an ability: one's own, and those of colleagues one stands in for."""
    return _teams(hands(actor, ability))


def _teams(people: Collection[int]) -> QuerySet[TeamMember]:
    return TeamMember.objects.filter(user_id__in=people, to_on=None)


def in_sight(actor: Actor) -> QuerySet[Case]:
    """The same cases as visible_to, asked so that a list in order of opening is quick at any size.

    A person of a department rarely works on cases of others. These few are named one by one: the database
    then walks the department's own index instead of asking of every case whether it is one of them.
    """
    if actor.user_id is None or scope(actor, "case.read") is not Scope.DEPARTMENT:
        return visible_to(actor)
    own = departments(actor, "case.read")
    teams = teams_of(actor).exclude(case__department_id__in=own)
    elsewhere = list(teams.values_list("case_id", flat=True)[: _FEW + 1])
    if len(elsewhere) > _FEW:
        return visible_to(actor)
    seen = Q(department_id__in=own)
    return Case.objects.filter(seen | Q(pk__in=elsewhere) if elsewhere else seen)


def is_member(*, actor: Actor, case_id: int) -> frozenset[int]:
    """Who of the person and of those he or she stands in for works on the case at present; nobody is falsy."""
    if actor.user_id is None:
        return frozenset()
    team = TeamMember.objects.filter(case_id=case_id, user_id__in=people_of(actor), to_on=None)
    return frozenset(team.values_list("user_id", flat=True))


def can_see(*, actor: Actor, case_id: int) -> bool:
    """Say whether the case is still there for this person, who may just have handed it over."""
    return visible_to(actor).filter(pk=case_id).exists()


def ids_of_same_family(*, case: Case) -> list[int]:
    """Every case of the family of a case just read, seen by the reader or not: whoever looked at one saw the family."""
    return list(Case.every.filter(family_id=case.family_id).values_list("pk", flat=True))


def get_case(*, actor: Actor, case_id: int) -> Case:
    """The case with its department, program and client; NotFound alike when absent and when not for this person."""
    return _found(actor, case_id, frozenset())


def get_case_and_part(*, actor: Actor, case_id: int) -> tuple[Case, frozenset[int]]:
    """The same case, and who of the person and of those he or she stands in for works on it, in one question."""
    found: Any = _found(actor, case_id, people_of(actor) or frozenset({0}))
    return found, frozenset(found.workers)


def _found(actor: Actor, case_id: int, workers: frozenset[int]) -> Case:
    reach = scope(actor, "case.read")
    found: list[Case] = []
    if reach is Scope.ALL:
        found = _case(case_id=case_id, workers=workers)
    elif reach is not Scope.NONE and actor.user_id is not None:
        seen = departments(actor, "case.read") if reach is Scope.DEPARTMENT else frozenset()
        found = _case_of(case_id=case_id, workers=workers, people=hands(actor, "case.read"), departments_seen=seen)
    if not found:
        raise policies.unseen()
    return found[0]


@asked_often
def _case(*, case_id: int, workers: frozenset[int]) -> QuerySet[Case]:
    return _told(Case.objects.filter(pk=case_id), workers)


@asked_often
def _case_of(
    *, case_id: int, workers: frozenset[int], people: frozenset[int], departments_seen: frozenset[int]
) -> QuerySet[Case]:
    seen = Q(pk__in=_teams(people).values("case_id"))
    if departments_seen:
        seen |= Q(department_id__in=departments_seen)
    return _told(Case.objects.filter(seen, pk=case_id), workers)


def _told(known: QuerySet[Case], workers: frozenset[int]) -> QuerySet[Case]:
    known = known.select_related("department", "program", "client", "family").defer("client__identity")
    return known.annotate(workers=_present_among(workers)) if workers else known


def present_workers(actor: Actor) -> ArraySubquery:
    """For a question about cases: who of the person and of those he or she stands in for is in the team."""
    return _present_among(people_of(actor) or {0})


def _present_among(people: Collection[int]) -> ArraySubquery:
    team = TeamMember.objects.filter(case=OuterRef("pk"), user_id__in=people, to_on=None)
    return ArraySubquery(team.order_by().values("user_id"))
