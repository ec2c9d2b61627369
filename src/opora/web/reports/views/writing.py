"""A report is begun with a preset, said what it is about, copied, taken, put away and brought back."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from opora.common.dates import show_day, today
from opora.common.language import said
from opora.programs.queries import list_programs
from opora.reports import actions, policies, queries
from opora.reports.queries.showing import days
from opora.web.reports.forms import AboutForm, SureForm, usual_period
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page

EMPTY = "empty"
_MONTHS = 3


def choose(request: HttpRequest) -> HttpResponse:
    """With which preset to begin; or with nothing."""
    policies.check_may_compose(actor_of(request))
    lines = [(one.code, said(one.title), said(one.about), len(one.blocks)) for one in queries.presets()]
    return render(request, "reports/new.html", {"presets": lines, "empty": EMPTY})


def begin(request: HttpRequest, preset: str) -> HttpResponse:
    """Title, families and days; the blocks of the preset stand there at once."""
    actor = actor_of(request)
    policies.check_may_compose(actor)
    chosen = None if preset == EMPTY else queries.find_preset(preset)
    first, last = usual_period(chosen.months if chosen is not None else _MONTHS, today())
    only = chosen.program if chosen is not None else ""
    program = next((one.pk for one in list_programs(actor=actor) if one.code == only), None)
    initial = {
        "title": said(chosen.title) if chosen is not None else "",
        "first_on": first,
        "last_on": last,
        "program_id": program,
    }
    form = AboutForm(given(request), actor=actor, program=only if program else "", initial=initial)
    return form_page(
        request,
        form,
        lambda _typed: actions.begin(
            actor=actor, about=form.about(), preset=chosen.code if chosen is not None else "", on=today()
        ),
        template="reports/form.html",
        done=_("Begun. Write between the figures; everything is kept."),
        back=reverse("reports:list"),
        to=lambda made: reverse("reports:report", args=[made.pk]),
        context={
            "heading": said(chosen.title) if chosen is not None else _("Empty report"),
            "lead": said(chosen.about) if chosen is not None else _("You choose every block yourself."),
            "button": _("Begin the report"),
        },
    )


def change_about(request: HttpRequest, composed_id: int) -> HttpResponse:
    """Title, families and days; the figures follow."""
    actor = actor_of(request)
    policies.check_may_compose(actor)
    report = queries.report_in_sight(actor=actor, report_id=composed_id)
    names = ("title", "program_id", "department_id", "first_on", "last_on", "revision")
    form = AboutForm(given(request), actor=actor, initial={name: getattr(report, name) for name in names})
    return form_page(
        request,
        form,
        lambda typed: actions.change_about(
            actor=actor, report_id=composed_id, about=form.about(), revision=typed.get("revision")
        ),
        template="reports/form.html",
        done=_("Saved. The figures are counted anew."),
        back=reverse("reports:report", args=[composed_id]),
        context={"heading": _("What the report is about"), "lead": report.title, "button": _("Save")},
        renew=lambda: queries.report_in_sight(actor=actor, report_id=composed_id).revision,
    )


def copy(request: HttpRequest, composed_id: int) -> HttpResponse:
    """The same report for the period right after."""
    actor = actor_of(request)
    report = queries.report_in_sight(actor=actor, report_id=composed_id)
    lead = _("The same blocks for the period after %(period)s; figures are compared with this report as it was taken.")
    return _sure(
        request,
        composed_id,
        lambda: actions.copy(actor=actor, report_id=composed_id, on=today()),
        done=_("Here is the next report. Look the words through: they are those of the last one."),
        heading=_("Begin the next report?"),
        lead=lead % {"period": days(report.first_on, report.last_on)},
        button=_("Begin the next one"),
        to=lambda made: reverse("reports:report", args=[made.pk]),
    )


def take(request: HttpRequest, composed_id: int) -> HttpResponse:
    """The report as it stands today, kept for good."""
    actor = actor_of(request)
    return _sure(
        request,
        composed_id,
        lambda: actions.take(actor=actor, report_id=composed_id, on=today()),
        done=_("The report is taken. Its figures stay as they are."),
        heading=_("Take the report?"),
        lead=_(
            "Its figures of %(day)s are kept for good, with a fingerprint. "
            "You may go on with the draft and take it again."
        )
        % {"day": show_day(today())},
        button=_("Take the report"),
        to=lambda made: reverse("reports:taken", args=[made.pk]),
    )


def put_away(request: HttpRequest, composed_id: int) -> HttpResponse:
    """Nobody works on it any more."""
    actor = actor_of(request)
    return _sure(
        request,
        composed_id,
        lambda: actions.put_away(actor=actor, report_id=composed_id, on=today()),
        done=_("The report is put away. What was taken of it stays."),
        heading=_("Put the report away?"),
        lead=_("It leaves the list; it can be brought back."),
        button=pgettext("report", "Put away"),
        to=lambda _made: reverse("reports:list"),
    )


def bring_back(request: HttpRequest, composed_id: int) -> HttpResponse:
    """Work goes on with it."""
    actor = actor_of(request)
    return _sure(
        request,
        composed_id,
        lambda: actions.bring_back(actor=actor, report_id=composed_id),
        done=_("The report is in the list again."),
        heading=_("Bring the report back?"),
        lead=_("It stands among the reports that are worked on."),
        button=_("Bring back"),
    )


def _sure(
    request: HttpRequest,
    composed_id: int,
    act: Callable[[], Any],
    *,
    done: str,
    heading: str,
    lead: str,
    button: str,
    to: Callable[[Any], str] | None = None,
) -> HttpResponse:
    actor = actor_of(request)
    policies.check_may_compose(actor)
    report = queries.report_in_sight(actor=actor, report_id=composed_id)
    return form_page(
        request,
        SureForm(given(request)),
        lambda _typed: act(),
        template="reports/form.html",
        done=done,
        back=reverse("reports:report", args=[report.pk]),
        to=to,
        context={"heading": heading, "lead": f"{report.title}. {lead}", "button": button},
    )
