"""Signals and paths without a case in somebody's hands, and those that nobody answers for."""

from django.db.models import Q, QuerySet

from opora.access.hanging import Item, holds
from opora.access.rules import ABILITIES, Actor, Scope, departments, hands, scope
from opora.process.models import Route, RouteMember
from opora.process.queries.visible import visible_to

WORKERS = tuple(ABILITIES["intake.work"])


def passable(actor: Actor) -> QuerySet[Route]:
    """The paths that go on and that this person may put into other hands: of the department, or one's own."""
    found = visible_to(actor).filter(ended_on=None)
    if actor.is_system or scope(actor, "intake.work") is Scope.ALL:
        return found
    return found.filter(
        Q(department_id__in=departments(actor, "intake.work")) | Q(worker_id__in=hands(actor, "intake.work"))
    )


def carried_by(actor: Actor, user_id: int) -> list[Item]:
    """The paths without a case that somebody answers for; with a case it is the case that is handed over."""
    return [_item(one) for one in passable(actor).filter(worker_id=user_id, case=None).order_by("due_on", "pk")]


def uncarried(actor: Actor) -> list[Item]:
    """Paths without a case whose worker is missing, has left, or has no role there any more."""
    able = holds(WORKERS, user="worker_id", department="department_id")
    return [_item(one) for one in passable(actor).filter(~able, case=None).order_by("due_on", "pk")]


def asked_of(actor: Actor, user_id: int) -> list[Item]:
    """The paths somebody was asked to take part in."""
    found = RouteMember.objects.filter(user_id=user_id, to_on=None, route__in=passable(actor).values("pk"))
    return [_item(one.route, key=one.pk) for one in found.select_related("route__case").order_by("route_id")]


def words_of(route: Route) -> str:
    """The number by which a path is spoken of: its case's, or its own."""
    return route.case.number if route.case is not None else f"№ {route.pk}"


def _item(route: Route, key: int | None = None) -> Item:
    return Item(
        key=key or route.pk,
        words=words_of(route),
        roles=WORKERS,
        department_id=route.department_id,
        case_id=route.case_id,
        route_id=route.pk,
        family_id=route.family_id,
        due_on=route.due_on,
    )
