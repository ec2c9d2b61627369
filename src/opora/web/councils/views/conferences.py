"""A council on the plan: recording it, and its minutes."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.common.dates import today
from opora.councils import actions, policies, queries
from opora.process.queries import get_route
from opora.web.councils.forms import ConferenceForm
from opora.web.shell.asking import actor_of, given
from opora.web.shell.family_named import family_title
from opora.web.shell.form_page import form_page


def hold(request: HttpRequest, route_id: int) -> HttpResponse:
    """Record a council on the plan."""
    actor = actor_of(request)
    route = get_route(actor=actor, route_id=route_id)
    policies.check_can_call(actor, route)
    form = ConferenceForm(
        given(request),
        people=queries.panel_candidates(route=route),
        decisions=queries.conference_decisions(),
        initial={"on": today(), "participant_ids": queries.usual_council(route=route)},
    )
    return form_page(
        request,
        form,
        lambda typed: actions.hold_conference(actor=actor, route_id=route_id, **typed),
        template="councils/conference_new.html",
        done=_("The minutes of the council are written."),
        back=reverse("councils:panel", args=[route_id]),
        to=lambda conference: reverse("councils:conference", args=[conference.pk]),
        context={"route": route, "family_title": family_title(request, route)},
    )


def show(request: HttpRequest, conference_id: int) -> HttpResponse:
    """The minutes of a council, for print (D-14)."""
    actor = actor_of(request)
    view = actions.read_conference(actor=actor, conference_id=conference_id)
    shown = {"view": view, "conference": view.conference, "route": view.conference.route}
    return render(request, "councils/conference.html", shown)
