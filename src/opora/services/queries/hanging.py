"""Planned services that hang on a colleague, and those of colleagues who may not give them any more."""

from typing import Any

from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce

from opora.access.hanging import Item, Suspects, holds
from opora.access.rules import ABILITIES, Actor
from opora.process.queries import within_sight
from opora.process.queries.hanging import words_of
from opora.services.models import PlannedService

GIVERS = tuple(ABILITIES["help.record"])


def planned_held(actor: Actor, user_id: int) -> list[Item]:
    """The planned services that somebody is to give."""
    return [_item(one) for one in _open(actor).filter(worker_id=user_id)]


def planned_lost(actor: Actor, suspects: Suspects | None = None) -> list[Item]:
    """Planned services whose colleague has left or has no role there any more."""
    able = holds(GIVERS, user="worker_id", department="place_department_id")
    found = _open(actor).filter(worker_id__isnull=False)
    if suspects is not None:
        planned = PlannedService.objects.filter(ended_on=None)
        ways: dict[str, Any] = {"user": "worker_id", "case": ("case_id", "route__case_id"), "route": "route_id"}
        found = found.filter(pk__in=suspects.among(planned, **ways).values("pk"))
    return [_item(one) for one in found.filter(~able)]


def _open(actor: Actor) -> QuerySet[PlannedService]:
    goes_on = Q(route__ended_on=None, case__closed_on=None, route__case__closed_on=None)
    found = within_sight(actor, PlannedService.objects.filter(goes_on, ended_on=None))
    found = found.annotate(place_department_id=Coalesce("case__department_id", "route__department_id"))
    return found.select_related("route__case", "case", "service").defer("note").order_by("until_on", "pk")


def _item(one: PlannedService) -> Item:
    route, case = one.route, one.case or (one.route.case if one.route is not None else None)
    return Item(
        key=one.pk,
        words=words_of(route) if route is not None else case.number if case is not None else "",
        roles=GIVERS,
        department_id=getattr(one, "place_department_id", None),
        case_id=case.pk if case is not None else None,
        route_id=one.route_id,
        family_id=case.family_id if case is not None else route.family_id if route is not None else None,
        due_on=one.until_on,
    )
