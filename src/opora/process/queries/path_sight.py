"""Which families one knows by name: those of the cases one reaches, and those of paths that have no case yet."""

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Q

from opora.access.rules import Actor, Scope, departments, scope
from opora.cases.models import Case
from opora.cases.queries.case_sight import CaseSight
from opora.process.models import RouteMember
from opora.process.queries.visible import visible_to

_OF_PATHS = "identity.read"


class PathSight(CaseSight):
    """A family without any case is known by whoever works on its path; once it has one, its cases alone decide."""

    def reached(self, actor: Actor, family_ids: Iterable[int], ability: str) -> frozenset[int]:
        """Those of the families that have a case the ability reaches, and those named on a path before any case."""
        asked = frozenset(family_ids)
        found = super().reached(actor, asked, ability)
        rest = asked - found
        if not rest or ability != _OF_PATHS or scope(actor, ability) is Scope.NONE:
            return found
        cases = Case.objects.filter(family_id=OuterRef("family_id"))
        paths = visible_to(actor).filter(_within(actor), ~Exists(cases), family_id__in=rest)
        return found | {family_id for family_id in paths.values_list("family_id", flat=True) if family_id is not None}


def _within(actor: Actor) -> Q:
    """The paths that the ability to read names reaches: all, those of one's departments, those one takes part in."""
    if actor.is_system or scope(actor, _OF_PATHS) is Scope.ALL:
        return Q()
    invited = RouteMember.objects.filter(user_id=actor.own_id, to_on=None).values("route_id")
    return Q(department_id__in=departments(actor, _OF_PATHS)) | Q(worker_id=actor.own_id) | Q(pk__in=invited)
