"""A council on the plan: recording it, and its minutes."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.common.dates import today
from opora.councils import actions, policies, queries
from opora.process.queries import get_route
from opora.web.councils.forms import ConferenceForm
from opora.web.shell.asking import actor_of, given
from opora.web.shell.forms import carry_out
from opora.web.shell.middleware import say


def hold(request: HttpRequest, route_id: int) -> HttpResponse:
    """Record a council on the plan."""
    actor = actor_of(request)
    route = get_route(actor=actor, route_id=route_id)
    policies.check_can_call(actor, route)
    form = ConferenceForm(
        given(request),
        people=queries.panel_candidates(route=route),
        decisions=queries.conference_decisions(),
        initial={"on": today()},
    )
    held: list[int] = []

    def act(typed: dict[str, Any]) -> None:
        held.append(actions.hold_conference(actor=actor, route_id=route_id, **typed).pk)

    if form.is_bound and carry_out(form, act):
        say(request, _("The minutes of the council are written."))
        return HttpResponseRedirect(reverse("councils:conference", args=held))
    shown = {"form": form, "route": route, "back": reverse("councils:panel", args=[route_id])}
    return render(request, "councils/conference_new.html", shown, status=422 if form.is_bound else 200)


def show(request: HttpRequest, conference_id: int) -> HttpResponse:
    """The minutes of a council, for print (D-14)."""
    actor = actor_of(request)
    view = actions.read_conference(actor=actor, conference_id=conference_id)
    shown = {"view": view, "conference": view.conference, "route": view.conference.route}
    return render(request, "councils/conference.html", shown)
