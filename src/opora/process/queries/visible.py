"""The one door to paths: who sees which, and who may work on one."""

from collections.abc import Collection

from django.contrib.postgres.expressions import ArraySubquery
from django.db import connection
from django.db.models import OuterRef, Q, QuerySet

from opora.access.rules import Actor, Part, Scope, departments, hands, people_of, scope
from opora.cases.models import TeamMember
from opora.common.asked_often import asked_often
from opora.process import policies
from opora.process.models import Route, RouteMember

# Asked by every page of a family. As text it costs a third of what putting it together each time does.
# reads: cases_teammember
_PARTS = """
    SELECT user_id FROM process_routemember
     WHERE route_id = %(route)s AND user_id = ANY(%(people)s) AND to_on IS NULL
     UNION
    SELECT user_id FROM cases_teammember
     WHERE case_id = %(case)s AND user_id = ANY(%(people)s) AND to_on IS NULL
"""


def _sees_all(actor: Actor) -> bool:
    return actor.is_system or (scope(actor, "case.read") is Scope.ALL and scope(actor, "intake.work") is Scope.ALL)


def visible_to(actor: Actor) -> QuerySet[Route]:
    """The paths this person sees: those of the cases in sight, of the department's signals, and one's own.

    A path with a case follows the case: who does not see the case does not see its path either, unless invited. What
    was begun by mistake is not among them.
    """
    return even_voided(actor).filter(voided_on=None)


def even_voided(actor: Actor) -> QuerySet[Route]:
    """The same with paths begun by mistake, for their own list."""
    if _sees_all(actor):
        return Route.every.all()
    people = hands(actor, "intake.work")
    if not people:
        return Route.every.none()
    return Route.every.filter(_seen_by(people, departments(actor, "case.read"), departments(actor, "intake.work")))


def _seen_by(people: Collection[int], of_cases: Collection[int], of_signals: Collection[int]) -> Q:
    seen = Q(pk__in=_invited_to(people)) | Q(case_id__in=_team_cases(people))
    seen |= Q(case_id__isnull=True, worker_id__in=people)
    if of_cases:
        seen |= Q(case_id__isnull=False, department_id__in=of_cases)
    if of_signals:
        seen |= Q(case_id__isnull=True, department_id__in=of_signals)
    return seen


def _invited_to(user_ids: Collection[int]) -> QuerySet[RouteMember, int]:
    return RouteMember.objects.filter(user_id__in=user_ids, to_on=None).values_list("route_id", flat=True)


def _team_cases(user_ids: Collection[int]) -> QuerySet[TeamMember, int]:
    return TeamMember.objects.filter(user_id__in=user_ids, to_on=None).values_list("case_id", flat=True)


def get_route(*, actor: Actor, route_id: int) -> Route:
    """The path with its program, department, process and case; NotFound when absent or not for this person."""
    found: list[Route] = []
    if _sees_all(actor):
        found = _route(route_id=route_id)
    elif people := hands(actor, "intake.work"):
        found = _route_for(route_id=route_id, people=people, **_departments_of(actor))
    if not found:
        raise policies.unseen()
    return found[0]


def path_of_case(*, actor: Actor, case_id: int) -> Route | None:
    """The path of a case as `get_route` gives it; None where the case has none, or none this person may see."""
    found: list[Route] = []
    if _sees_all(actor):
        found = _path(case_id=case_id)
    elif people := hands(actor, "intake.work"):
        found = _path_for(case_id=case_id, people=people, **_departments_of(actor))
    return found[0] if found else None


def _departments_of(actor: Actor) -> dict[str, frozenset[int]]:
    return {"of_cases": departments(actor, "case.read"), "of_signals": departments(actor, "intake.work")}


@asked_often
def _route(*, route_id: int) -> QuerySet[Route]:
    return _told(Route.objects.filter(pk=route_id))


@asked_often
def _route_for(
    *, route_id: int, people: frozenset[int], of_cases: frozenset[int], of_signals: frozenset[int]
) -> QuerySet[Route]:
    return _told(Route.objects.filter(_seen_by(people, of_cases, of_signals), pk=route_id))


@asked_often
def _path(*, case_id: int) -> QuerySet[Route]:
    return _told(Route.objects.filter(case_id=case_id))


@asked_often
def _path_for(
    *, case_id: int, people: frozenset[int], of_cases: frozenset[int], of_signals: frozenset[int]
) -> QuerySet[Route]:
    return _told(Route.objects.filter(_seen_by(people, of_cases, of_signals), case_id=case_id))


def _told(known: QuerySet[Route]) -> QuerySet[Route]:
    known = known.select_related("version", "program", "department", "case__client", "worker")
    invited = RouteMember.objects.filter(route=OuterRef("pk"), to_on=None).order_by("pk").values("user_id")
    return known.defer("version__text", "case__client__identity").annotate(invited=ArraySubquery(invited))


def route_of_case(*, actor: Actor, case_id: int) -> Route | None:
    """The path of a case, if it has one that this person may see."""
    return visible_to(actor).select_related("version").defer("version__text").filter(case_id=case_id).first()


def takes_part(*, actor: Actor, route: Route, team: Collection[int] | None = None) -> frozenset[int]:
    """Who of the person and of those he or she stands in for answers for the path, was invited, or is in its team.

    ``team`` are those who work on its case now, where they have been read (nobody, where it has none): the path was
    read with those who are invited, and nothing is asked.
    """
    people = people_of(actor)
    if not people or people == {route.worker_id}:
        return people
    if team is not None and (invited := getattr(route, "invited", None)) is not None:
        return people & {route.worker_id, *invited, *team}
    with connection.cursor() as cursor:
        cursor.execute(_PARTS, {"route": route.pk, "case": route.case_id, "people": list(people)})
        return people & {route.worker_id, *(user_id for (user_id,) in cursor.fetchall())}


def may_work(*, actor: Actor, route: Route, part: Part | None = None) -> bool:
    """Say whether the person may record things on the path: whoever takes part, its department, the head.

    ``part`` spares the question whether the person takes part, when the answer is known.
    """
    ability = "assessment.write" if route.case_id is not None else "intake.work"
    return _within(actor, route, ability, part)


def may_change(*, actor: Actor, route: Route, part: Part | None = None) -> bool:
    """Say whether the person may say of what type the path is: who may change its case, or work on its signal."""
    ability = "case.change" if route.case_id is not None else "intake.work"
    return _within(actor, route, ability, part)


def _within(actor: Actor, route: Route, ability: str, part: Part | None) -> bool:
    """Ask the database whether the person takes part only where the answer depends on it."""
    if policies.within(actor, ability, department_id=route.department_id, takes_part=part or False):
        return True
    if part is not None or not (part := takes_part(actor=actor, route=route)):
        return False
    return policies.within(actor, ability, department_id=route.department_id, takes_part=part)


def families_on(*, actor: Actor, route_ids: Collection[int]) -> dict[int, int]:
    """The families of those paths in sight that know theirs, by path."""
    if not route_ids:
        return {}
    found = visible_to(actor).filter(pk__in=set(route_ids), family__isnull=False)
    return dict(found.values_list("pk", "family_id"))
