"""The one door to paths: who sees which, and who may work on one."""

from django.db.models import Q, QuerySet

from opora.access.rules import Actor, Scope, departments, scope
from opora.cases.models import TeamMember
from opora.process import policies
from opora.process.models import Route, RouteMember


def visible_to(actor: Actor) -> QuerySet[Route]:
    """The paths this person sees: those of the cases in sight, of the department's signals, and one's own.

    A path with a case follows the case: who does not see the case does not see its path either, unless invited.
    """
    if actor.is_system or (scope(actor, "case.read") is Scope.ALL and scope(actor, "intake.work") is Scope.ALL):
        return Route.objects.all()
    if actor.user_id is None or not (actor.roles and scope(actor, "intake.work") is not Scope.NONE):
        return Route.objects.none()
    seen = Q(pk__in=_invited_to(actor.user_id)) | Q(case_id__in=_team_cases(actor.user_id))
    seen |= Q(case_id__isnull=True, worker_id=actor.user_id)
    if own := departments(actor, "case.read"):
        seen |= Q(case_id__isnull=False, department_id__in=own)
    if own := departments(actor, "intake.work"):
        seen |= Q(case_id__isnull=True, department_id__in=own)
    return Route.objects.filter(seen)


def _invited_to(user_id: int) -> QuerySet[RouteMember, int]:
    return RouteMember.objects.filter(user_id=user_id, to_on=None).values_list("route_id", flat=True)


def _team_cases(user_id: int) -> QuerySet[TeamMember, int]:
    return TeamMember.objects.filter(user_id=user_id, to_on=None).values_list("case_id", flat=True)


def get_route(*, actor: Actor, route_id: int) -> Route:
    """The path with its program, department, process and case; NotFound when absent or not for this person."""
    known = visible_to(actor).select_related("version", "program", "department", "case", "worker")
    found = known.defer("version__text").filter(pk=route_id).first()
    if found is None:
        raise policies.unseen()
    return found


def route_of_case(*, actor: Actor, case_id: int) -> Route | None:
    """The path of a case, if it has one that this person may see."""
    return visible_to(actor).select_related("version").defer("version__text").filter(case_id=case_id).first()


def takes_part(*, actor: Actor, route: Route) -> bool:
    """Say whether the person answers for the path, was invited to it, or works in the team of its case."""
    if actor.user_id is None:
        return False
    if route.worker_id == actor.user_id:
        return True
    invited, team = _invited_to(actor.user_id), _team_cases(actor.user_id)
    return Route.objects.filter(Q(pk__in=invited) | Q(case_id__in=team), pk=route.pk).exists()


def may_work(*, actor: Actor, route: Route, part: bool | None = None) -> bool:
    """Say whether the person may record things on the path: whoever takes part, its department, the head.

    ``part`` spares the question whether the person takes part, when the answer is known.
    """
    ability = "assessment.write" if route.case_id is not None else "intake.work"
    return _within(actor, route, ability, part)


def may_change(*, actor: Actor, route: Route, part: bool | None = None) -> bool:
    """Say whether the person may say of what type the path is: who may change its case, or work on its signal."""
    ability = "case.change" if route.case_id is not None else "intake.work"
    return _within(actor, route, ability, part)


def _within(actor: Actor, route: Route, ability: str, part: bool | None) -> bool:
    """Ask the database whether the person takes part only where the answer depends on it."""
    if policies.within(actor, ability, department_id=route.department_id, takes_part=bool(part)):
        return True
    if part is not None or not takes_part(actor=actor, route=route):
        return False
    return policies.within(actor, ability, department_id=route.department_id, takes_part=True)
