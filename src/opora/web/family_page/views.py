"""The page of a family, by its case or by its path: one request, one look in the journal."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from opora.cases.actions import note_look
from opora.cases.queries import get_case
from opora.common.dates import today
from opora.common.planning import planned_once
from opora.process.actions import look_at, look_at_case
from opora.web.family_page.page import page_of
from opora.web.shell.asking import actor_of


@planned_once()
def show_by_case(request: HttpRequest, case_id: int) -> HttpResponse:
    """The page of a case's family; a case that came from a register has no path."""
    actor = actor_of(request)
    route = look_at_case(actor=actor, case_id=case_id)
    if route is not None:
        return render(request, "family_page/page.html", page_of(actor, route=route, case=route.case, on=today()))
    case = get_case(actor=actor, case_id=case_id)
    note_look(actor=actor, case_id=case.pk)
    return render(request, "family_page/page.html", page_of(actor, route=None, case=case, on=today()))


@planned_once()
def show_by_path(request: HttpRequest, route_id: int) -> HttpResponse:
    """The page of a path's family, which may have no case yet, or may not be known at all."""
    actor = actor_of(request)
    route = look_at(actor=actor, route_id=route_id)
    page = page_of(actor, route=route, case=route.case, on=today(), with_signal="signal" in request.GET)
    return render(request, "family_page/page.html", page)
