"""The people of a case: the team page, joining, leaving, handing over."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from opora.access.queries import standing_in
from opora.access.rules import Actor
from opora.cases import actions, queries
from opora.cases.queries.hanging import planned_of
from opora.common.dates import today
from opora.common.errors import Conflict, NotFound, Refused
from opora.plans.queries.workload import open_tasks
from opora.process.queries.workload import candidates
from opora.web.cases.forms.changes import HandOverForm, JoinForm, LeaveForm
from opora.web.cases.views.change_page import change_page, changing
from opora.web.cases.views.file import file_context
from opora.web.shell.asking import actor_of, given
from opora.web.shell.middleware import say


def show_team(request: HttpRequest, case_id: int) -> HttpResponse:
    """Who works on the case and who did before."""
    actor = actor_of(request)
    found = queries.get_case_file(actor=actor, case_id=case_id)
    away = standing_in(user_ids=[member.user_id for member in found.present_team], on=today())
    return render(
        request,
        "cases/team.html",
        {**file_context(found), "away": list(away.values()), "planned": planned_of(found.case)},
    )


def hand_over(request: HttpRequest, case_id: int) -> HttpResponse:
    """Give the case into other hands from a day on."""
    actor, found = changing(request, case_id)
    present = found.case_manager
    others = candidates(
        department_id=found.case.department_id, on=today(), but=present.user_id if present is not None else None
    )
    form = HandOverForm(
        given(request),
        candidates=others,
        tasks=open_tasks,
        initial={"revision": found.case.revision},
    )
    return change_page(
        request,
        found,
        form,
        lambda typed: _hand_over(actor, case_id, typed),
        template="cases/hand_over.html",
        done=_("The hand-over is recorded."),
        back_to="cases:team",
    )


def _hand_over(actor: Actor, case_id: int, typed: dict[str, Any]) -> None:
    """At once, or, for a day that has not come, kept until it comes."""
    day = typed.pop("on")
    if day > today():
        actions.plan_hand_over(actor=actor, case_id=case_id, from_on=day, on=today(), **typed)
    else:
        actions.hand_over(actor=actor, case_id=case_id, on=day, **typed)


@require_POST
def call_off(request: HttpRequest, case_id: int) -> HttpResponse:
    """Call a planned hand-over off."""
    actor, _found = changing(request, case_id)
    try:
        actions.call_off_hand_over(actor=actor, case_id=case_id, on=today())
    except (Conflict, Refused) as refusal:
        say(request, refusal, good=False)
    else:
        say(request, _("The planned hand-over is called off."))
    return HttpResponseRedirect(reverse("cases:team", args=[case_id]))


def join(request: HttpRequest, case_id: int) -> HttpResponse:
    """Let somebody join the team."""
    actor, found = changing(request, case_id)
    parts = queries.team_parts()
    people = [
        (label.capitalize(), queries.people_for(actor=actor, part=part, department_id=found.case.department_id))
        for part, label in parts
    ]
    form = JoinForm(
        given(request),
        people=[(label, group) for label, group in people if group],
        parts=parts,
        initial={"revision": found.case.revision},
    )
    return change_page(
        request,
        found,
        form,
        lambda typed: actions.add_team_member(actor=actor, case_id=case_id, **typed),
        template="cases/join.html",
        done=_("The team has a new member."),
        back_to="cases:team",
    )


def leave(request: HttpRequest, case_id: int, member_id: int) -> HttpResponse:
    """Record that somebody left the team."""
    actor, found = changing(request, case_id)
    member = next((one for one in found.present_team if one.pk == member_id), None)
    if member is None or member == found.case_manager:
        raise NotFound
    form = LeaveForm(given(request), initial={"revision": found.case.revision})
    return change_page(
        request,
        found,
        form,
        lambda typed: actions.end_team_member(actor=actor, case_id=case_id, member_id=member_id, **typed),
        template="cases/leave.html",
        done=_("The member has left the team."),
        back_to="cases:team",
        member=member,
    )
