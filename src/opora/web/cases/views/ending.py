"""The end of the work: closing, the follow-up after it, and beginning anew."""

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.access.rules import Actor
from opora.assessments.queries import has_exit
from opora.assessments.queries.starting import Start, startable
from opora.cases import actions, queries
from opora.common.dates import today
from opora.families.queries import NamedFamily
from opora.pathways.rules.case_reasons import CAME_OF_AGE
from opora.stays import queries as stays
from opora.web.cases.forms.changes import CloseForm, FollowUpForm, PastDayForm, ReopenForm
from opora.web.cases.views.change_page import change_page, changing
from opora.web.cases.views.later_facts import ask_of_later_facts
from opora.web.cases.views.on_the_path import ask_of_step, close_by_step, coming_of_age, goals_of, path_to_close
from opora.web.shell.asking import given
from opora.web.shell.family_named import case_named
from opora.web.shell.middleware import say

if TYPE_CHECKING:
    from opora.cases.models import Case


def close(request: HttpRequest, case_id: int) -> HttpResponse:
    """Close the case with its reason, its summary and each child's home."""
    actor, found = changing(request, case_id)
    known = case_named(request, found.case)
    route = path_to_close(actor, case_id)
    step = request.GET.get("step", "")
    if route is not None and not step:
        say(request, _("A case ends by a step of its path. Choose the exit here."))
        return HttpResponseRedirect(reverse("process:route", args=[route.pk]))
    is_measured = has_exit(found.case)
    form = CloseForm(
        given(request),
        reasons=queries.closing_reasons(),
        homes=queries.placement_kinds(),
        children=asked_of(request, found.case, known),
        no_exit=() if is_measured else queries.no_exit_reasons(),
        initial={"revision": found.case.revision},
    )
    ask_of_later_facts(request, form, actor, case_id)
    apart = None
    if route is not None:
        ask_of_step(form, route, step)
        apart = coming_of_age(actor, found.case, route)
        if apart is not None and apart.on is not None and apart.on <= today():
            form.initial["reason"] = CAME_OF_AGE

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
            plan_after=typed["plan_after"],
            no_exit=typed.get("no_exit", ""),
            revision=typed["revision"],
            on=typed["on"],
        )

    return change_page(
        request,
        found,
        form,
        act,
        template="cases/close.html",
        known=known,
        done=_("The case is closed. The follow-up is planned."),
        is_measured=is_measured,
        exit_form=None if is_measured else exit_form(actor, found.case),
        goals=goals_of(route),
        apart=apart,
    )


def asked_of(request: HttpRequest, case: "Case", known: NamedFamily) -> list[tuple[int, str]]:
    """Of which children it is asked where they live: who is a child on the day that was typed, or today."""
    typed = PastDayForm(request.POST) if request.method == "POST" else None
    on = typed.cleaned_data["on"] if typed is not None and typed.is_valid() else today()
    given_names = {pk: one.given for pk, one in known.by_id().items()}
    return [(child.pk, given_names.get(child.pk, child.code)) for child in queries.children_on(case, on=on)]


def exit_form(actor: Actor, case: "Case") -> Start | None:
    """Whether the form of the exit may be begun now, and if not, why; None for who does not assess the family."""
    return next((start for start in startable(actor=actor, case=case) if start.point == "exit"), None)


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
    """Record what came of the look back at the family, and how each child lives (X-12)."""
    actor, found = changing(request, case_id, following_up=True)
    known = case_named(request, found.case)
    untold = None if found.pending_follow_up else found.untold_follow_up
    initial: dict[str, Any] = {"revision": found.case.revision}
    if untold is not None:
        initial["on"] = untold.done_on
    form = FollowUpForm(
        given(request),
        choices=queries.follow_up_choices(),
        homes=queries.placement_kinds(),
        children=asked_of(request, found.case, known),
        initial=initial,
    )

    def act(typed: dict[str, Any]) -> None:
        actions.record_follow_up(
            actor=actor,
            case_id=case_id,
            result=typed["result"],
            family_state=typed["family_state"],
            children=form.told(),
            note=typed["note"],
            revision=typed["revision"],
            on=typed["on"],
        )

    return change_page(
        request,
        found,
        form,
        act,
        template="cases/follow_up.html",
        known=known,
        done=_("The follow-up visit is recorded."),
        left_centre=stays.steps_after_leaving(actor=actor, case_id=case_id),
        is_expected=bool(found.pending_follow_up or untold),
    )
