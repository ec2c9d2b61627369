"""The page of a family, by its case or by its path: one request, one look in the journal."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from opora.access.rules import Actor
from opora.cases.actions import note_look
from opora.cases.queries import get_case
from opora.common.dates import today
from opora.common.planning import planned_once
from opora.process.actions import look_at, look_at_case
from opora.process.queries import route_file
from opora.web.family_page.forms_begun import begun_forms
from opora.web.family_page.next_step import next_step
from opora.web.family_page.page import page_of
from opora.web.family_page.subject import subject_of
from opora.web.family_page.under_way import under_way
from opora.web.shell.asking import actor_of
from opora.web.shell.taking_along import NEXT, ONTO


@planned_once()
def show_by_case(request: HttpRequest, case_id: int) -> HttpResponse:
    """The page of a case's family; a case that came from a register has no path."""
    actor = actor_of(request)
    route = look_at_case(actor=actor, case_id=case_id)
    if route is not None:
        # The same page as by its path: what it is there for is the same too.
        page = {**page_of(actor, route=route, case=route.case, on=today()), "page_name": "process:route"}
        return render(request, "family_page/page.html", page)
    case = get_case(actor=actor, case_id=case_id)
    note_look(actor=actor, case_id=case.pk)
    return render(request, "family_page/page.html", page_of(actor, route=None, case=case, on=today()))


@planned_once()
def show_by_path(request: HttpRequest, route_id: int) -> HttpResponse:
    """The page of a path's family, which may have no case yet, or may not be known at all.

    Right after a step (`?onto`) one goes on into the form that the step was taken for, if there is one; who asks for
    what is next (`?onto=next`) into the form of the first thing lacking that nobody has begun.
    """
    actor = actor_of(request)
    if ONTO in request.GET:
        into = _into_next(actor, route_id) if request.GET[ONTO] == NEXT else _into_form(actor, route_id)
        return HttpResponseRedirect(into or reverse("process:route", args=[route_id]))
    route = look_at(actor=actor, route_id=route_id)
    page = page_of(actor, route=route, case=route.case, on=today(), with_signal="signal" in request.GET)
    return render(request, "family_page/page.html", page)


def _into_form(actor: Actor, route_id: int) -> str:
    """Where one goes from a step just taken: into the form that it was taken for."""
    found = route_file(actor=actor, route_id=route_id)
    return "" if found.has_ended else next_step(actor, found).leads_into


def _into_next(actor: Actor, route_id: int) -> str:
    """The form of the first thing lacking; what is begun already waits for somebody, or for its day."""
    route = look_at(actor=actor, route_id=route_id)
    subject = subject_of(actor, route, route.case, today())
    if subject.path is None or subject.path.has_ended:
        return ""
    return next_step(actor, subject.path, begun=begun_forms(subject, None, under_way(subject))).leads_on
