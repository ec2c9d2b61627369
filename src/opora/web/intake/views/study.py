"""The study before the vote: visit, risks and resources, analytic report."""

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from opora.access import queries as access
from opora.common.dates import today
from opora.common.errors import Conflict
from opora.intake import actions, policies, queries
from opora.intake.rules.reports import SECTIONS as ORDER
from opora.intake.rules.visits import NOTE, TOLD
from opora.intake.words import LEVELS, REPORT, RESOURCES, RISKS, STRENGTHS
from opora.process import queries as process
from opora.process.actions import may_mend
from opora.web.intake.forms.study import (
    TOLD_LABELS,
    AnalyticForm,
    ReportForm,
    RiskFormForm,
)
from opora.web.intake.views.recording import back_of, record, workable
from opora.web.shell.asking import actor_of, given
from opora.web.shell.middleware import say
from opora.web.shell.taking_along import is_wanted, take_along

if TYPE_CHECKING:
    from opora.intake.models import Visit

_GIVEN = gettext_lazy("The report is given to the vote and does not change any more.")


def report_visit(request: HttpRequest, visit_id: int) -> HttpResponse:
    """Write the report of a visit; until it is approved it can be corrected."""
    actor = actor_of(request)
    visit, route, told = actions.read_visit(actor=actor, visit_id=visit_id)
    workable(request, route.pk)
    if visit.approved_on is not None:
        return HttpResponseRedirect(reverse("intake:visit", args=[visit.pk]))
    children = queries.children_for(visit, route)
    form = ReportForm(
        given(request),
        children=children,
        initial=_initial(visit, told, len(children)),
    )
    return record(
        request,
        form,
        lambda typed: actions.report_visit(
            actor=actor,
            visit_id=visit.pk,
            safety=typed["safety"],
            told=form.told(),
            children=form.seen(),
            on=typed["on"],
        ),
        route=route,
        template="intake/visit_report.html",
        done=_("The report is saved. The coordinator approves it."),
        to=lambda _made: reverse("intake:visit", args=[visit.pk]),
        context={"groups": _groups(form)},
        held_on="on",
    )


def show_visit(request: HttpRequest, visit_id: int) -> HttpResponse:
    """The report of a visit, for reading, approving and print."""
    actor = actor_of(request)
    visit, route, told = actions.read_visit(actor=actor, visit_id=visit_id)
    codes = dict(queries.children_for(visit, route))
    seen = queries.children_seen(visit)
    notes = told.get("children", [])
    context = {
        "visit": visit,
        "route": route,
        "back": back_of(route),
        "visitors": access.names_of(user_ids=visit.visitor_ids).values(),
        "children": [
            (child, codes.get(child.person_id, "") if child.person_id else "", notes[child.number - 1])
            for child in seen
            if child.number <= len(notes)
        ],
        "texts": [(TOLD_LABELS[name], told[name]) for name in (NOTE, *TOLD) if told.get(name)],
        "may_work": process.may_work(actor=actor, route=route),
        "may_approve": policies.may_approve(actor, department_id=route.department_id),
    }
    return render(request, "intake/visit.html", context)


@require_POST
def approve_visit(request: HttpRequest, visit_id: int) -> HttpResponse:
    """Approve the report of a visit: it is a paper of the path from now on."""
    actor = actor_of(request)
    visit = actions.approve_visit(actor=actor, visit_id=visit_id, on=today())
    taken = take_along(request)
    say(request, " ".join([_("The report of the visit is approved."), *([taken.word] if taken else [])]))
    return HttpResponseRedirect(reverse("process:route", args=[visit.route_id]))


def new_risk_form(request: HttpRequest, route_id: int) -> HttpResponse:
    """Fill in the form of risks and resources; it begins with the answers of the last one."""
    actor = actor_of(request)
    route = workable(request, route_id)
    last = next(iter(queries.risk_forms_of(route)), None)
    initial = {f"risk_{code}": level for code, level in (last.risks if last else {}).items()}
    initial |= {f"resource_{code}": level for code, level in (last.resources if last else {}).items()}
    form = RiskFormForm(given(request), initial=initial)
    return record(
        request,
        form,
        lambda typed: actions.fill_risk_form(
            actor=actor,
            route_id=route.pk,
            risks=form.risks(),
            resources=form.resources(),
            needs=typed["needs"],
            level=typed["level"],
            on=typed["on"],
        ),
        route=route,
        template="intake/risks_new.html",
        done=_("The form of risks and resources is filled in."),
    )


def show_risk_form(request: HttpRequest, form_id: int) -> HttpResponse:
    """A form of risks and resources, for reading and print."""
    actor = actor_of(request)
    form, route, needs = actions.read_risk_form(actor=actor, form_id=form_id)
    place = process.place_of_record(actor=actor, record=form)
    context = {
        "filled": form,
        "may_void": form.voided_on is None and may_mend(actor=actor, record=form, place=place, on=today()),
        "route": route,
        "back": back_of(route),
        "needs": needs,
        "risks": [
            (RISKS[code], LEVELS[form.risks.get(code, "")], form.risks.get(code, "") in ("high", "critical"))
            for code in RISKS
        ],
        "resources": [(RESOURCES[code], STRENGTHS[form.resources.get(code, "")]) for code in RESOURCES],
    }
    return render(request, "intake/risks.html", context)


def write_report(request: HttpRequest, route_id: int) -> HttpResponse:
    """Write the analytic report; the first text is composed from what was recorded."""
    actor = actor_of(request)
    route = workable(request, route_id)
    draft = queries.latest_report(route)
    draft = draft if draft and draft.frozen_on is None else None
    if request.method == "POST":
        form = AnalyticForm(request.POST)
    elif draft:
        text = actions.read_report(actor=actor, report_id=draft.pk)[2]
        form = AnalyticForm(initial={**text, "revision": draft.revision})
    else:
        form = AnalyticForm(initial=actions.compose_report(actor=actor, route_id=route.pk, on=today()))

    gives = "give" in request.POST or is_wanted(request)
    return record(
        request,
        form,
        lambda typed: actions.write_report(
            actor=actor,
            route_id=route.pk,
            sections=form.sections(),
            revision=typed["revision"],
            gives_to_vote=gives,
            on=today(),
        ),
        route=route,
        template="intake/report_edit.html",
        done=_GIVEN if gives else _("The report is saved. Before the vote it can still be changed."),
        to=None if gives else lambda report: reverse("intake:report", args=[report.pk]),
    )


def show_report(request: HttpRequest, report_id: int) -> HttpResponse:
    """The analytic report, for reading, giving to the vote and print."""
    actor = actor_of(request)
    report, route, text = actions.read_report(actor=actor, report_id=report_id)
    context = {
        "report": report,
        "route": route,
        "back": back_of(route),
        "sections": [(REPORT[name], text[name]) for name in ORDER if text.get(name)],
        "may_work": process.may_work(actor=actor, route=route),
    }
    return render(request, "intake/report.html", context)


@require_POST
def freeze_report(request: HttpRequest, report_id: int) -> HttpResponse:
    """Give the report to the vote: it does not change any more."""
    actor = actor_of(request)
    try:
        report = actions.freeze_report(actor=actor, report_id=report_id, on=today())
    except Conflict as refusal:
        say(request, refusal, good=False)
        return HttpResponseRedirect(reverse("intake:report", args=[report_id]))
    say(request, _GIVEN)
    return HttpResponseRedirect(reverse("process:route", args=[report.route_id]))


def _groups(form: ReportForm) -> list[list[Any]]:
    """The fields of each child together."""
    return [
        [form[f"seen_{number}"], form[f"condition_{number}"], form[f"notes_{number}"]]
        for number in range(1, len(form.children) + 1)
    ]


def _initial(visit: "Visit", told: dict[str, Any], count: int) -> dict[str, Any]:
    """The report as it was saved before."""
    initial: dict[str, Any] = {name: told.get(name, "") for name in TOLD}
    initial |= {"on": visit.held_on or visit.planned_on, "safety": visit.safety}
    notes = told.get("children", [])
    for child in queries.children_seen(visit):
        if child.number <= count:
            initial[f"seen_{child.number}"] = "yes" if child.was_seen else "no"
            initial[f"condition_{child.number}"] = child.condition
            initial[f"notes_{child.number}"] = notes[child.number - 1] if child.number <= len(notes) else ""
    return initial
