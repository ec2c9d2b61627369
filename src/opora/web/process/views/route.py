"""A family's path: where it stands, what may happen next and why something may not, what has been done."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from opora.access.rules import Actor, can
from opora.cases.queries import get_case
from opora.common.dates import now, today
from opora.process import queries
from opora.process.actions import look_at
from opora.web.shell.asking import actor_of

# Panels of other front rooms on this page, each behind its own door and address.
PANELS = ("plan", "intake", "councils", "papers", "partners")


def show_route(request: HttpRequest, route_id: int) -> HttpResponse:
    """The path at a glance; opening it is a line in the journal."""
    actor = actor_of(request)
    route = look_at(actor=actor, route_id=route_id)
    return render(request, "process/route.html", route_context(actor, queries.file_of(actor=actor, route=route)))


def show_for_case(request: HttpRequest, case_id: int) -> HttpResponse:
    """What may happen next, as a panel of the case file; as a page it leads to the path itself."""
    actor = actor_of(request)
    get_case(actor=actor, case_id=case_id)
    route = queries.route_of_case(actor=actor, case_id=case_id)
    is_panel = request.headers.get("HX-Request") == "true"
    if route is None:
        return render(request, "process/_no_path.html") if is_panel else HttpResponseRedirect(f"/cases/{case_id}/")
    if not is_panel:
        return HttpResponseRedirect(reverse("process:route", args=[route.pk]))
    found = queries.file_of(actor=actor, route=route)
    return render(request, "process/_next.html", route_context(actor, found) | {"is_panel": True})


def route_context(actor: Actor, found: queries.RouteFile) -> dict[str, Any]:
    """What every page of one path shows of it."""
    on = today()
    return {
        "file": found,
        "route": found.route,
        "late": found.days_late(on),
        "possible": [one for one in found.options if one.allowed],
        "impossible": [one for one in found.options if not one.allowed],
        "panels": [f"/routes/{found.route.pk}/{name}/" for name in PANELS],
        "may_hand": found.may_work and queries.may_hand(found.route),
        "may_name_family": found.route.family_id is None and found.may_work and can(actor, "case.open"),
        "alarm": _alarm(found),
        "may_override": can(actor, "process.override") and not found.has_ended,
    }


def _alarm(found: queries.RouteFile) -> dict[str, Any] | None:
    """The mark of high risk while nobody told the authorities: since when, by when, and whether it is late."""
    alarm = found.alarm
    if alarm is None:
        return None
    return {"raised_at": alarm.raised_at, "until": alarm.until, "is_late": alarm.is_late(now())}
