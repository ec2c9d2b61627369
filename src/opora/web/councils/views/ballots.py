"""A vote: opening, voting, stepping back, closing, minutes."""

from datetime import timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.common.dates import today
from opora.common.errors import NotFound
from opora.councils import actions, policies, queries
from opora.process.queries import get_route
from opora.web.councils.forms import BallotForm, CloseForm, ConflictForm, VoteForm
from opora.web.shell.asking import actor_of, given
from opora.web.shell.forms import carry_out
from opora.web.shell.middleware import say

# A panel answers within two working days; over a weekend these are four.
USUAL_DAYS = 4


def open_ballot(request: HttpRequest, route_id: int) -> HttpResponse:
    """Put a question to a panel."""
    actor = actor_of(request)
    route = get_route(actor=actor, route_id=route_id)
    policies.check_can_call(actor, route)
    form = BallotForm(
        given(request),
        people=queries.panel_candidates(route=route),
        kinds=queries.ballot_kinds(),
        initial={"kind": "open_case", "closes_on": today() + timedelta(days=USUAL_DAYS)},
    )
    opened: list[int] = []

    def act(typed: dict[str, Any]) -> None:
        opened.append(actions.open_ballot(actor=actor, route_id=route_id, **typed, on=today()).pk)

    if form.is_bound and carry_out(form, act):
        say(request, _("The vote is open. The members of the panel find it among their votes."))
        return HttpResponseRedirect(reverse("councils:ballot", args=opened))
    shown = {"form": form, "route": route, "back": reverse("councils:panel", args=[route_id])}
    return render(request, "councils/ballot_new.html", shown, status=422 if form.is_bound else 200)


def show_ballot(request: HttpRequest, ballot_id: int) -> HttpResponse:
    """The page on which a member of the panel votes; for the others what may be told by now."""
    actor = actor_of(request)
    view = actions.read_ballot(actor=actor, ballot_id=ballot_id)
    form = VoteForm(given(request), choices=view.choices)
    if form.is_bound:
        if view.my_seat is None:
            raise NotFound
        if carry_out(form, lambda typed: actions.vote(actor=actor, ballot_id=ballot_id, **typed, on=today())):
            say(request, _("Your vote is counted. Thank you."))
            return HttpResponseRedirect(reverse("councils:ballot", args=[ballot_id]))
    shown = {"view": view, "ballot": view.ballot, "route": view.ballot.route, "form": form}
    return render(request, "councils/ballot.html", shown, status=422 if form.is_bound else 200)


def declare_conflict(request: HttpRequest, ballot_id: int) -> HttpResponse:
    """Step back from a vote."""
    actor = actor_of(request)
    view = queries.ballot_view(actor=actor, ballot_id=ballot_id)
    if view.my_seat is None:
        raise NotFound
    form = ConflictForm(given(request))
    back = reverse("councils:ballot", args=[ballot_id])

    def act(typed: dict[str, Any]) -> None:
        actions.declare_conflict(actor=actor, ballot_id=ballot_id, reason=typed["conflict"], on=today())

    if form.is_bound and carry_out(form, act):
        say(request, _("You do not take part in this vote. The quorum counts without you."))
        return HttpResponseRedirect(back)
    shown = {"form": form, "view": view, "ballot": view.ballot, "route": view.ballot.route, "back": back}
    return render(request, "councils/conflict.html", shown, status=422 if form.is_bound else 200)


def close_ballot(request: HttpRequest, ballot_id: int) -> HttpResponse:
    """Count the votes and write the minutes."""
    actor = actor_of(request)
    view = queries.ballot_view(actor=actor, ballot_id=ballot_id)
    if not policies.may_close(actor, view.ballot):
        raise NotFound
    form = CloseForm(given(request), initial={"on": today()})
    if form.is_bound and carry_out(
        form, lambda typed: actions.close_ballot(actor=actor, ballot_id=ballot_id, on=typed["on"])
    ):
        say(request, _("The vote is closed and the minutes are written."))
        return HttpResponseRedirect(reverse("councils:minutes", args=[ballot_id]))
    back = reverse("councils:ballot", args=[ballot_id])
    shown = {"form": form, "view": view, "ballot": view.ballot, "route": view.ballot.route, "back": back}
    return render(request, "councils/close.html", shown, status=422 if form.is_bound else 200)


def show_minutes(request: HttpRequest, ballot_id: int) -> HttpResponse:
    """The minutes of a closed vote, for print (D-14)."""
    actor = actor_of(request)
    view = actions.read_ballot(actor=actor, ballot_id=ballot_id)
    if view.ballot.closed_on is None:
        return HttpResponseRedirect(reverse("councils:ballot", args=[ballot_id]))
    return render(request, "councils/minutes.html", {"view": view, "ballot": view.ballot, "route": view.ballot.route})
