"""The people of a case: the team page, joining, leaving, handing over."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from opora.access.queries import standing_in
from opora.cases import actions, queries
from opora.common.dates import today
from opora.common.errors import NotFound
from opora.plans.queries.workload import open_tasks
from opora.process.queries.workload import candidates
from opora.web.cases.forms.changes import HandOverForm, JoinForm, LeaveForm
from opora.web.cases.views.file import file_context
from opora.web.cases.views.frame import change_page, changing
from opora.web.shell.asking import actor_of, given


def show_team(request: HttpRequest, case_id: int) -> HttpResponse:
    """Who works on the case and who did before."""
    actor = actor_of(request)
    found = queries.get_case_file(actor=actor, case_id=case_id)
    away = standing_in(user_ids=[member.user_id for member in found.present_team], on=today())
    return render(request, "cases/team.html", {**file_context(found), "away": list(away.values())})


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
        tasks=open_tasks([one.user_id for one in others]),
        initial={"revision": found.case.revision},
    )
    return change_page(
        request,
        found,
        form,
        lambda typed: actions.hand_over(actor=actor, case_id=case_id, **typed),
        template="cases/hand_over.html",
        done=_("The case has been handed over."),
        back_to="cases:team",
    )


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
