"""Visits somebody is to make, and visits ahead to which nobody goes who may."""

from django.db.models import Q

from opora.access.hanging import Item, Suspects
from opora.access.models import RoleAssignment
from opora.access.rules import Actor
from opora.cases.queries import visible_to as cases_seen
from opora.intake.models import Visit
from opora.process.queries.hanging import WORKERS, out_of_sight, passable, words_of


def visits_of(actor: Actor, user_id: int) -> list[Item]:
    """The visits planned and not held to which somebody is to go."""
    return [_item(one) for one in _ahead(actor) if user_id in one.visitor_ids]


def unvisited(actor: Actor, suspects: Suspects | None = None) -> list[Item]:
    """Visits planned to which nobody is to go who still works here in a role that visits and may open the family."""
    found = [(one, _item(one)) for one in _ahead(actor, suspects)]
    named = {user_id for one, _item_ in found for user_id in one.visitor_ids}
    held = RoleAssignment.objects.filter(user_id__in=named, user__is_active=True, role__in=WORKERS)
    grants = set(held.values_list("user_id", "role", "department_id"))
    able = {(user_id, place) for user_id, _role, place in grants}
    gone = out_of_sight([item for _visit, item in found], named, grants)
    return [
        item
        for one, item in found
        if not any(
            (user_id, place) in able and (user_id, item.key) not in gone
            for user_id in one.visitor_ids
            for place in (None, item.department_id)
        )
    ]


def _ahead(actor: Actor, suspects: Suspects | None = None) -> list[Visit]:
    """Visits on paths and, where a case has none, on open cases that the reader may put into other hands."""
    cases = cases_seen(actor, "case.change").filter(closed_on=None)
    planned = Visit.objects.filter(Q(route__in=passable(actor).values("pk")) | Q(case__in=cases.values("pk")))
    known = planned.filter(held_on=None, not_held="").select_related("route__case", "case")
    if suspects is not None:
        known = known.filter(pk__in=_suspected(suspects))
    return list(known.defer("report").order_by("planned_on", "pk"))


def _suspected(suspects: Suspects) -> set[int]:
    waiting = Visit.objects.filter(held_on=None, not_held="")
    named = suspects.among(waiting, user="", case=("case_id", "route__case_id"), route="route_id")
    found = set(named.values_list("pk", flat=True))
    if suspects.users:
        rows = waiting.values_list("pk", "visitor_ids")
        found |= {pk for pk, visitors in rows if not suspects.users.isdisjoint(visitors)}
    return found


def _item(visit: Visit) -> Item:
    case = visit.case if visit.route is None else visit.route.case
    place = visit.route or case
    return Item(
        key=visit.pk,
        words=words_of(visit.route) if visit.route is not None else case.number if case is not None else "",
        roles=WORKERS,
        department_id=place.department_id if place is not None else None,
        case_id=case.pk if case is not None else None,
        route_id=visit.route_id,
        family_id=place.family_id if place is not None else None,
        due_on=visit.planned_on,
    )
