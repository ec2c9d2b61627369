"""The end of the work: closing, the follow-up after it, and beginning anew."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.cases import actions, queries
from opora.web.cases.forms.changes import CloseForm, FollowUpForm, ReopenForm
from opora.web.cases.views.frame import change_page, changing, given
from opora.web.cases.views.on_the_path import ask_of_step, close_by_step, path_to_close
from opora.web.shell.middleware import say


def close(request: HttpRequest, case_id: int) -> HttpResponse:
    """Close the case with its reason, its summary and each child's home."""
    actor, found = changing(request, case_id)
    route = path_to_close(actor, case_id)
    step = request.GET.get("step", "")
    if route is not None and not step:
        say(request, _("A case ends by a step of its path. Choose the exit here."))
        return HttpResponseRedirect(reverse("process:route", args=[route.pk]))
    form = CloseForm(
        given(request),
        reasons=queries.closing_reasons(),
        homes=queries.placement_kinds(),
        children=[(child.pk, child.code) for child in found.children],
        initial={"revision": found.case.revision},
    )

    if route is not None:
        ask_of_step(form, route, step)

    def act(typed: dict[str, Any]) -> None:
        if route is not None:
            close_by_step(actor, route, step, typed=typed, placements=form.placements())
            return
        actions.close_case(
            actor=actor,
            case_id=case_id,
            reason=typed["reason"],
            summary=typed["summary"],
            placements=form.placements(),
            revision=typed["revision"],
            on=typed["on"],
        )

    return change_page(
        request,
        found,
        form,
        act,
        template="cases/close.html",
        done=_("The case is closed. The follow-up is planned."),
    )


def reopen(request: HttpRequest, case_id: int) -> HttpResponse:
    """Open a closed case again."""
    actor, found = changing(request, case_id)
    form = ReopenForm(given(request), initial={"revision": found.case.revision})
    return change_page(
        request,
        found,
        form,
        lambda typed: actions.reopen_case(actor=actor, case_id=case_id, **typed),
        template="cases/reopen.html",
        done=_("The case is open again."),
    )


def follow_up(request: HttpRequest, case_id: int) -> HttpResponse:
    """Record that the follow-up visit took place."""
    actor, found = changing(request, case_id, following_up=True)
    form = FollowUpForm(given(request), initial={"revision": found.case.revision})
    return change_page(
        request,
        found,
        form,
        lambda typed: actions.record_follow_up_done(actor=actor, case_id=case_id, **typed),
        template="cases/follow_up.html",
        done=_("The follow-up visit is recorded."),
    )
