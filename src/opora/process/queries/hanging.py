"""Signals and paths without a case in somebody's hands, and those that nobody answers for."""

from collections.abc import Collection
from datetime import date

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from opora.access.hanging import Item, Suspects, holds
from opora.access.rules import ABILITIES, Actor, Scope, departments, hands, scope
from opora.cases.models import TeamMember
from opora.process.models import Route, RouteMember
from opora.process.queries.visible import visible_to

WORKERS = tuple(ABILITIES["intake.work"])
# Who sees every family of a department by the role alone, with a case and before there is one.
_SEE_CASES = tuple(role for role, reach in ABILITIES["case.read"].items() if reach >= Scope.DEPARTMENT)
_SEE_SIGNALS = tuple(role for role, reach in ABILITIES["intake.work"].items() if reach >= Scope.DEPARTMENT)


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


def uncarried(actor: Actor, suspects: Suspects | None = None) -> list[Item]:
    """Paths without a case whose worker is missing, has left, or has no role there any more."""
    able = holds(WORKERS, user="worker_id", department="department_id")
    found = passable(actor).filter(case=None)
    if suspects is not None:
        found = suspects.among(found, user="worker_id", route="pk")
    return [_item(one) for one in found.filter(~able).order_by("due_on", "pk")]


def asked_of(actor: Actor, user_id: int) -> list[Item]:
    """The paths somebody was asked to take part in."""
    found = RouteMember.objects.filter(user_id=user_id, to_on=None, route__in=passable(actor).values("pk"))
    return [_item(one.route, key=one.pk) for one in found.select_related("route__case").order_by("route_id")]


def left_behind(*, user: str, route: str) -> Q:
    """The worker named by one column took part in the work on a path once, and may not open the family any more.

    So it is for the manager of before when a case went over to another program of the same department: the role is
    still held there, the family is out of sight. Whoever never took part is asked from outside and stays asked.
    """
    team = TeamMember.objects.filter(user=OuterRef(user), case=OuterRef(f"{route}__case"))
    invited = RouteMember.objects.filter(user=OuterRef(user), route=OuterRef(route))
    took_part = Exists(team.filter(to_on__isnull=False)) | Exists(invited.filter(to_on__isnull=False))
    takes_part = Exists(team.filter(to_on=None)) | Exists(invited.filter(to_on=None))
    place = {"user": user, "department": f"{route}__department_id"}
    by_role = Q(holds(_SEE_CASES, **place), **{f"{route}__case__isnull": False})
    by_role |= Q(holds(_SEE_SIGNALS, **place), **{f"{route}__case": None})
    return Q(took_part) & ~Q(takes_part) & ~by_role & ~Q(**{f"{route}__case": None, f"{route}__worker": F(user)})


def out_of_sight(
    items: Collection[Item], user_ids: Collection[int], grants: Collection[tuple[int, str, int | None]]
) -> set[tuple[int, int]]:
    """The same for things with several workers each: worker and key of the thing whose family is out of sight.

    ``grants`` are the roles the workers hold: worker, role, department.
    """
    if not items or not user_ids:
        return set()
    cases, paths = {one.case_id for one in items}, {one.route_id for one in items}
    team = TeamMember.objects.filter(case__in=cases - {None}, user__in=user_ids)
    invited = RouteMember.objects.filter(route__in=paths - {None}, user__in=user_ids)
    parts = [
        *(("case", pk, user_id, to_on) for pk, user_id, to_on in team.values_list("case_id", "user_id", "to_on")),
        *(("path", pk, user_id, to_on) for pk, user_id, to_on in invited.values_list("route_id", "user_id", "to_on")),
    ]
    return {
        (user_id, item.key) for item in items for user_id in user_ids if _is_left_behind(item, user_id, parts, grants)
    }


def _is_left_behind(
    item: Item,
    user_id: int,
    parts: Collection[tuple[str, int, int, date | None]],
    grants: Collection[tuple[int, str, int | None]],
) -> bool:
    places = {("case", item.case_id), ("path", item.route_id)}
    own = [to_on for kind, pk, member_id, to_on in parts if member_id == user_id and (kind, pk) in places]
    roles = _SEE_CASES if item.case_id is not None else _SEE_SIGNALS
    by_role = any((user_id, role, place) in grants for role in roles for place in (None, item.department_id))
    return bool(own) and None not in own and not by_role


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
