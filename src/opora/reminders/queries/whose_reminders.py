"""Whose reminders: of the families one works with, or, for those who lead, of all families in sight.

Of the families one works with there are few, so they are named one by one: each source then finds what is due by
the family's own index, however large the house has become.
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Q, QuerySet

from opora.access.rules import Actor, Scope, departments, hands, scope
from opora.cases import queries as cases
from opora.cases.models import TeamMember
from opora.process import queries as process
from opora.process.models import Route, RouteMember

MOST = 1_000
"""Of more families than that nobody takes care in person; the newest are kept."""


@dataclass(frozen=True, slots=True)
class Afar:
    """One's own cases and paths that lie in departments one does not lead: few, or none."""

    cases: tuple[int, ...] = ()
    paths: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Sight:
    """The families a list of reminders speaks of: conditions on tables with a path or with a case.

    `case_ids` are the cases one works on oneself, also where the conditions reach farther. `made_of` is all that the
    conditions were made of, beside what the actor may do. `places` are the departments that hold all families in
    sight, but for those `afar`; none where the sight is narrow or without a bound.
    """

    actor: Actor
    paths: Q
    cases: Q
    routes: QuerySet[Route]
    case_ids: Sequence[int]
    is_empty: bool
    is_wide: bool = False
    made_of: tuple[Hashable, ...] = ()
    places: frozenset[int] | None = None
    afar: Afar = Afar()

    def along(self, found: QuerySet[Any]) -> QuerySet[Any]:
        """The rows of these families in a table whose rows belong to a path."""
        return found.filter(self.paths)

    def anywhere(self, found: QuerySet[Any]) -> QuerySet[Any]:
        """The rows of these families in a table whose rows belong to a path, or to a case that has none."""
        return found.filter(self.paths | self.cases)

    def within(self, found: QuerySet[Any]) -> QuerySet[Any]:
        """The rows of these families in a table whose rows belong to a case."""
        return found.filter(self.cases)

    def within_places(self, found: QuerySet[Any]) -> QuerySet[Any]:
        """The same of a table that keeps the department too: found by it, past what is due in all others."""
        near = Q(department_id__in=self.places or ()) | Q(case_id__in=self.afar.cases)
        return self.within(found if self.places is None else found.filter(near))

    def anywhere_in_places(self, found: QuerySet[Any]) -> QuerySet[Any]:
        """The same of a table that keeps the department, and whose rows belong to a path or to a case."""
        near = Q(department_id__in=self.places or ()) | Q(case_id__in=self.afar.cases) | Q(route_id__in=self.afar.paths)
        return self.anywhere(found if self.places is None else found.filter(near))


def leads(actor: Actor) -> bool:
    """Say whether the person sees families beyond those he or she works with."""
    return scope(actor, "case.read") >= Scope.DEPARTMENT


def sight_of(actor: Actor, *, is_wide: bool) -> Sight:
    """What this person sees, as narrow or as wide as wished; wide means nothing to those who lead nobody."""
    own = _own_sight(actor)
    return widened(own) if is_wide and leads(actor) else own


def _own_sight(actor: Actor) -> Sight:
    if actor.user_id is None:
        return _nothing(actor)
    own_cases = _own_cases(actor)
    case_ids = list(own_cases)
    own_routes = _own_routes(actor, case_ids)
    route_ids = list(own_routes)
    led = _led(actor)
    afar = Afar(*(tuple(sorted(pk for pk, at in own.items() if at not in led)) for own in (own_cases, own_routes)))
    made_of = (tuple(sorted(case_ids)), tuple(sorted(route_ids)))
    routes = Route.objects.filter(pk__in=route_ids)
    nothing = not (route_ids or case_ids)
    paths, within = Q(route_id__in=route_ids), Q(case_id__in=case_ids)
    return Sight(actor, paths, within, routes, case_ids, nothing, made_of=made_of, afar=afar)


def widened(own: Sight) -> Sight:
    """The sight of somebody who leads, beyond the families he or she works with; it asks nothing anew."""
    actor = own.actor
    paths, within, places = Q(), Q(), None
    if not _sees_all(actor):
        places = _led(actor)
        paths, within = _wide_paths(actor) | own.paths, _wide_cases(actor) | own.cases
    return replace(
        own,
        paths=paths,
        cases=within,
        routes=process.visible_to(actor),
        is_empty=False,
        is_wide=True,
        made_of=(*own.made_of, "wide", own.afar),
        places=places,
    )


def within_department(sight: Sight, department_id: int) -> Sight:
    """The same sight, of the families of one department only."""
    return replace(
        sight,
        paths=sight.paths & Q(route__department_id=department_id),
        cases=sight.cases & Q(case__department_id=department_id),
        routes=sight.routes.filter(department_id=department_id),
        made_of=(*sight.made_of, department_id),
        places=frozenset({department_id}),
        afar=Afar(),
    )


def _sees_all(actor: Actor) -> bool:
    return scope(actor, "case.read") is Scope.ALL and scope(actor, "intake.work") is Scope.ALL


def _nothing(actor: Actor) -> Sight:
    return Sight(actor, Q(pk__in=[]), Q(pk__in=[]), Route.objects.none(), (), True)


def _led(actor: Actor) -> frozenset[int]:
    return frozenset(departments(actor, "case.read")) | frozenset(departments(actor, "intake.work"))


def _own_cases(actor: Actor) -> dict[int, int]:
    """By case its department."""
    team = (
        TeamMember.objects.filter(user_id__in=hands(actor, "case.read"), to_on=None)
        .order_by("-case_id")
        .values("case_id")[:MOST]
    )
    return dict(cases.visible_to(actor).filter(pk__in=team).values_list("pk", "department_id"))


def _own_routes(actor: Actor, case_ids: Sequence[int]) -> dict[int, int]:
    """Paths of one's cases, paths one was invited to, signals one answers for: as far as they are to be seen."""
    invited = RouteMember.objects.filter(user_id__in=hands(actor, "intake.work"), to_on=None).order_by("-route_id")
    invited_ids = list(invited.values_list("route_id", flat=True)[:MOST])
    own = Q(case_id__in=case_ids) | Q(pk__in=invited_ids) | Q(worker_id__in=hands(actor, "intake.work"), ended_on=None)
    return dict(process.visible_to(actor).filter(own).values_list("pk", "department_id")[:MOST])


def _wide_paths(actor: Actor) -> Q:
    with_case = Q(route__case_id__isnull=False, route__department_id__in=departments(actor, "case.read"))
    return with_case | Q(route__case_id__isnull=True, route__department_id__in=departments(actor, "intake.work"))


def _wide_cases(actor: Actor) -> Q:
    return Q(case__voided_on=None, case__department_id__in=departments(actor, "case.read"))
