"""Visits somebody is to make, and visits ahead to which nobody goes who may."""

from opora.access.hanging import Item
from opora.access.models import RoleAssignment
from opora.access.rules import Actor
from opora.intake.models import Visit
from opora.process.queries.hanging import WORKERS, passable, words_of


def visits_of(actor: Actor, user_id: int) -> list[Item]:
    """The visits planned and not held to which somebody is to go."""
    return [_item(one) for one in _ahead(actor) if user_id in one.visitor_ids]


def unvisited(actor: Actor) -> list[Item]:
    """Visits planned to which nobody is to go who still works here in a role that visits."""
    found = list(_ahead(actor))
    named = {user_id for one in found for user_id in one.visitor_ids}
    held = RoleAssignment.objects.filter(user_id__in=named, user__is_active=True, role__in=WORKERS)
    able = set(held.values_list("user_id", "department_id"))
    return [_item(one) for one in found if not _is_visited(one, able)]


def _is_visited(visit: Visit, able: set[tuple[int, int | None]]) -> bool:
    places = (None, visit.route.department_id)
    return any((user_id, place) in able for user_id in visit.visitor_ids for place in places)


def _ahead(actor: Actor) -> list[Visit]:
    planned = Visit.objects.filter(held_on=None, route__in=passable(actor).values("pk"))
    return list(planned.select_related("route__case").defer("report").order_by("planned_on", "pk"))


def _item(visit: Visit) -> Item:
    route = visit.route
    return Item(
        key=visit.pk,
        words=words_of(route),
        roles=WORKERS,
        department_id=route.department_id,
        case_id=route.case_id,
        route_id=route.pk,
        family_id=route.family_id,
        due_on=visit.planned_on,
    )
