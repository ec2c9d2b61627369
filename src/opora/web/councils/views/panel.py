"""The votes and councils of one path, and the votes that wait for the reader."""

from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from opora.common.dates import today
from opora.councils import policies, queries
from opora.families.actions import call_families
from opora.process.queries import get_route
from opora.web.shell import sheets
from opora.web.shell.asking import actor_of
from opora.web.shell.searching import holds, searched_below

if TYPE_CHECKING:
    from opora.councils.models import Ballot


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
    every = queries.waiting_for(actor=actor)

    def read(text: str, part: slice) -> "list[Ballot]":
        return queries.minutes_for(actor=actor, text=text, part=part)

    found = searched_below(request, read, label=_("Case number, kind of vote, chair"))
    ballots = [one for one in every if holds(found.form.text, _says(one))]
    if sheets.is_asked(request):
        rows = [*ballots, *found.every]
        return sheets.answer(request, name="votes", title=_("My votes"), columns=_columns(), rows=rows)
    known = call_families(actor=actor, family_ids={one.route.family_id for one in ballots if one.route.family_id})
    context = {
        "ballots": [(one, known.get(one.route.family_id or 0, "")) for one in ballots],
        "minutes": found.rows,
        "found": found,
        "today": today(),
    }
    return render(request, "councils/waiting.html", context)


def _says(ballot: "Ballot") -> tuple[object, ...]:
    number = ballot.route.case.number if ballot.route.case else ballot.route_id
    return ballot.get_kind_display(), number, ballot.number, ballot.chair.name if ballot.chair else ""


def _columns() -> list[sheets.Column]:
    """Votes that wait, then those that are over with their minutes; nobody's vote stands here."""
    return [
        sheets.Column(_("Vote"), lambda ballot: ballot.get_kind_display()),
        sheets.Column(_("Path"), lambda ballot: ballot.route_id, "count"),
        sheets.Column(_("Case number"), lambda ballot: ballot.route.case.number if ballot.route.case else ""),
        sheets.Column(_("Until"), lambda ballot: ballot.closes_on, "day"),
        sheets.Column(_("Closed"), lambda ballot: ballot.closed_on, "day"),
        sheets.Column(_("Minutes No."), lambda ballot: ballot.number if ballot.closed_on else None),
        sheets.Column(_("Result"), lambda ballot: ballot.get_result_display() if ballot.result else ""),
    ]
