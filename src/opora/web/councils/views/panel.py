"""The votes and councils of one path, and the votes that wait for the reader."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from opora.common.dates import today
from opora.councils import policies, queries
from opora.families.actions import call_families
from opora.process.queries import get_route
from opora.web.shell.asking import actor_of


def show_panel(request: HttpRequest, route_id: int) -> HttpResponse:
    """The votes and councils of a path."""
    actor = actor_of(request)
    route = get_route(actor=actor, route_id=route_id)
    context = {
        "route": route,
        "ballots": queries.ballots_of(actor=actor, route_id=route_id),
        "conferences": queries.conferences_of(actor=actor, route_id=route_id),
        "may_call": policies.may_call(actor, route),
    }
    return render(request, "councils/panel.html", context)


def show_waiting(request: HttpRequest) -> HttpResponse:
    """The votes in which the reader has not voted yet, and the minutes of those that are over."""
    actor = actor_of(request)
    ballots = list(queries.waiting_for(actor=actor))
    known = call_families(actor=actor, family_ids={one.route.family_id for one in ballots if one.route.family_id})
    context = {
        "ballots": [(one, known.get(one.route.family_id or 0, "")) for one in ballots],
        "minutes": queries.minutes_for(actor=actor),
        "today": today(),
    }
    return render(request, "councils/waiting.html", context)
