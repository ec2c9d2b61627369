"""Who works with a family already, so that they stand first wherever a colleague is chosen."""

from django.db.models import Case, Q, Value, When

from opora.access.models import User
from opora.cases.models import TeamMember
from opora.process.models import Route, RouteMember


def known_first(*, route_id: int | None, case_id: int | None, worker_id: int | None) -> Case:
    """An order of workers: those of the team and of the path before all others."""
    return Case(When(_works_with(route_id, case_id, worker_id), then=Value(0)), default=Value(1))


def workers_of(route: Route) -> frozenset[int]:
    """Everybody who works with the family of a path."""
    known = _works_with(route.pk, route.case_id, route.worker_id)
    return frozenset(User.objects.filter(known).values_list("pk", flat=True))


def _works_with(route_id: int | None, case_id: int | None, worker_id: int | None) -> Q:
    invited = RouteMember.objects.filter(route=route_id or 0, to_on=None).values("user_id")
    team = TeamMember.objects.filter(case=case_id or 0, to_on=None).values("user_id")
    return Q(pk__in=invited) | Q(pk__in=team) | Q(pk=worker_id or 0)
