"""What every page of one path shows of it; and the way from a case to the address of its path."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from opora.access.rules import Actor
from opora.cases.queries import get_case
from opora.common.dates import today
from opora.process import queries
from opora.web.shell.asking import actor_of


def lead_to_path(request: HttpRequest, case_id: int) -> HttpResponse:
    """The path of a case, by its own address; a case without one is shown as it is."""
    actor = actor_of(request)
    get_case(actor=actor, case_id=case_id)
    route = queries.route_of_case(actor=actor, case_id=case_id)
    here = reverse("cases:file", args=[case_id]) if route is None else reverse("process:route", args=[route.pk])
    return HttpResponseRedirect(here)


def route_context(actor: Actor, found: queries.RouteFile) -> dict[str, Any]:
    """The path, its file, and how late its stage is."""
    return {"file": found, "route": found.route, "late": found.days_late(today())}
