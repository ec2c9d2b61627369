"""Who works with a family already, so that they stand first wherever a colleague is chosen."""

from django.db.models import Case, Q, Value, When

from opora.cases.models import TeamMember
from opora.process.models import RouteMember


def known_first(*, route_id: int | None, case_id: int | None, worker_id: int | None) -> Case:
    """An order of workers: those of the team and of the path before all others."""
    return Case(When(_works_with(route_id, case_id, worker_id), then=Value(0)), default=Value(1))


def _works_with(route_id: int | None, case_id: int | None, worker_id: int | None) -> Q:
    invited = RouteMember.objects.filter(route=route_id or 0, to_on=None).values("user_id")
    team = TeamMember.objects.filter(case=case_id or 0, to_on=None).values("user_id")
    return Q(pk__in=invited) | Q(pk__in=team) | Q(pk=worker_id or 0)
