"""A vote: opening, voting, stepping back, closing, minutes."""

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.common.dates import today
from opora.common.errors import NotFound
from opora.councils import actions, policies, queries
from opora.councils.queries.matter import Matter
from opora.process.queries import decided_steps, get_route
from opora.reminders.words import lateness
from opora.web.councils.answer_hints import HINTS, SECTIONS
from opora.web.councils.forms import BallotForm, CloseForm, ConflictForm, VoteForm
from opora.web.shell.asking import actor_of, given
from opora.web.shell.family_named import family_title
from opora.web.shell.form_page import form_page

if TYPE_CHECKING:
    from opora.councils.models import Ballot

# A panel answers within two working days; over a weekend these are four.
USUAL_DAYS = 4


def open_ballot(request: HttpRequest, route_id: int) -> HttpResponse:
    """Put a question to a panel."""
    actor = actor_of(request)
    route = get_route(actor=actor, route_id=route_id)
    policies.check_can_call(actor, route)
    members, chair = queries.usual_panel(route=route)
    form = BallotForm(
        given(request),
        people=queries.panel_candidates(route=route),
        kinds=queries.ballot_kinds(),
        initial={
            "kind": "open_case",
            "closes_on": today() + timedelta(days=USUAL_DAYS),
            "member_ids": members,
            "chair_id": chair or actor.user_id,
        },
    )
    return form_page(
        request,
        form,
        lambda typed: actions.open_ballot(actor=actor, route_id=route_id, **typed, on=today()),
        template="councils/ballot_new.html",
        done=_("The vote is open. The members of the panel find it among their votes."),
        back=reverse("process:route", args=[route_id]),
        to=lambda ballot: _onward(ballot, is_asked=actor.user_id in form.cleaned_data["member_ids"]),
        context={"route": route, "family_title": family_title(request, route)},
    )


def _onward(ballot: "Ballot", *, is_asked: bool) -> str:
    """Whoever sits on the panel votes at once; anybody else comes back to the family."""
    if is_asked:
        return reverse("councils:ballot", args=[ballot.pk])
    return reverse("process:route", args=[ballot.route_id])


def show_ballot(request: HttpRequest, ballot_id: int) -> HttpResponse:
    """The page on which a member of the panel votes; for the others what may be told by now."""
    actor = actor_of(request)
    view = actions.read_ballot(actor=actor, ballot_id=ballot_id)
    form = VoteForm(given(request), choices=view.choices)
    if form.is_bound and view.my_seat is None:
        raise NotFound
    return form_page(
        request,
        form,
        lambda typed: actions.vote(actor=actor, ballot_id=ballot_id, **typed, on=today()),
        template="councils/ballot.html",
        done=_("Your vote is counted. Thank you."),
        back=reverse("councils:ballot", args=[ballot_id]),
        context=lambda: {**_around(view), **_beside(view, actions.read_matter(actor=actor, view=view, on=today()))},
        about={"route_id": view.ballot.route_id, "case_id": view.ballot.route.case_id},
    )


def declare_conflict(request: HttpRequest, ballot_id: int) -> HttpResponse:
    """Step back from a vote."""
    actor = actor_of(request)
    view = queries.ballot_view(actor=actor, ballot_id=ballot_id)
    if view.my_seat is None:
        raise NotFound
    form = ConflictForm(given(request))

    def act(typed: dict[str, Any]) -> None:
        actions.declare_conflict(actor=actor, ballot_id=ballot_id, reason=typed["conflict"], on=today())

    return form_page(
        request,
        form,
        act,
        template="councils/conflict.html",
        done=_("You do not take part in this vote. The quorum counts without you."),
        back=reverse("councils:ballot", args=[ballot_id]),
        context=_around(view),
        about={"route_id": view.ballot.route_id, "case_id": view.ballot.route.case_id},
    )


def close_ballot(request: HttpRequest, ballot_id: int) -> HttpResponse:
    """Count the votes and write the minutes."""
    actor = actor_of(request)
    view = queries.ballot_view(actor=actor, ballot_id=ballot_id)
    if not policies.may_close(actor, view.ballot):
        raise NotFound
    form = CloseForm(given(request), initial={"on": today()})
    return form_page(
        request,
        form,
        lambda typed: actions.close_ballot(actor=actor, ballot_id=ballot_id, on=typed["on"]),
        template="councils/close.html",
        done=_("The vote is closed and the minutes are written."),
        back=reverse("councils:ballot", args=[ballot_id]),
        to=lambda _closed: reverse("councils:minutes", args=[ballot_id]),
        context={**_around(view), "family_title": family_title(request, view.ballot.route)},
        about={"route_id": view.ballot.route_id, "case_id": view.ballot.route.case_id},
    )


def show_minutes(request: HttpRequest, ballot_id: int) -> HttpResponse:
    """The minutes of a closed vote, for print (D-14)."""
    actor = actor_of(request)
    view = actions.read_ballot(actor=actor, ballot_id=ballot_id)
    if view.ballot.closed_on is None or view.ballot.voided_on is not None or view.is_hidden:
        return HttpResponseRedirect(reverse("councils:ballot", args=[ballot_id]))
    shown = {**_around(view), "decided": decided_steps(actor=actor, route=view.ballot.route)}
    return render(request, "councils/minutes.html", shown)


def _around(view: queries.BallotView) -> dict[str, Any]:
    return {"view": view, "ballot": view.ballot, "route": view.ballot.route}


def _beside(view: queries.BallotView, matter: Matter | None) -> dict[str, Any]:
    """What stands beside the ballot, and the answers with what each means."""
    ballot = view.ballot
    told = matter.sections if matter else {}
    is_over = ballot.closed_on is None and ballot.closes_on < today()
    return {
        "options": [(code, label, HINTS.get(code, "")) for code, label in view.choices],
        "matter": matter,
        "sections": [(title, told[name]) for name, title in SECTIONS if name in told],
        "is_over": is_over,
        "may_count": is_over or view.is_revealed,
        "counted_on": today(),
        "lateness": lateness(ballot.closes_on, today()),
    }
