"""Joint meetings with authorities and partners."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.common.dates import today
from opora.correspondence import actions, policies, queries
from opora.correspondence.queries.choices import offices
from opora.web.correspondence.forms.agreements import MeetingFilterForm, MeetingForm
from opora.web.correspondence.forms.letters import DayForm
from opora.web.shell import sheets
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page
from opora.web.shell.paging import page_asked, page_by_number

PAGE = 50


def list_meetings(request: HttpRequest) -> HttpResponse:
    """Meetings, the newest first."""
    actor = actor_of(request)
    form = MeetingFilterForm(request.GET)
    asked = form.cleaned_data if form.is_valid() else {}
    found = queries.meetings(actor=actor, q=asked.get("q", ""), from_on=asked.get("from_on"), to_on=asked.get("to_on"))
    if sheets.is_asked(request):
        rows = found[: sheets.MOST + 1]
        return sheets.answer(request, name="meetings", title=_("Joint meetings"), columns=_columns(), rows=rows)
    number = page_asked(request)
    begin = (number - 1) * PAGE
    page_rows = list(found[begin : begin + PAGE + 1])
    context = {
        "form": form,
        "rows": page_rows[:PAGE],
        "pager": page_by_number(request, number=number, has_next=len(page_rows) > PAGE),
        "is_filtered": any(asked.values()),
        "may_keep": policies.may_keep(actor),
    }
    return render(request, "correspondence/meetings.html", context)


def _columns() -> list[sheets.Column]:
    return [
        sheets.Column(_("Day"), lambda one: one.on, "day"),
        sheets.Column(_("With whom"), lambda one: ", ".join(name for _pk, name in queries.whom_met(one))),
        sheets.Column(_("About what"), lambda one: one.topic),
    ]


def show(request: HttpRequest, meeting_id: int) -> HttpResponse:
    """One meeting with who was there and what came of it."""
    actor = actor_of(request)
    one, present, results = actions.read_meeting(actor=actor, meeting_id=meeting_id)
    context = {
        "one": one,
        "present": present,
        "results": results,
        "may_keep": policies.may_keep(actor) and one.voided_on is None,
    }
    return render(request, "correspondence/meeting.html", context)


def keep(request: HttpRequest, meeting_id: int | None = None) -> HttpResponse:
    """Record a meeting, or change one."""
    actor = actor_of(request)
    initial: dict[str, Any] = {}
    back = reverse("correspondence:meetings")
    if meeting_id is not None:
        one, present, results = actions.read_meeting(actor=actor, meeting_id=meeting_id)
        initial = {"on": one.on, "topic": one.topic, "present": present, "results": results, "revision": one.revision}
        initial["partner_ids"] = [pk for pk, _name in queries.whom_met(one)]
        back = reverse("correspondence:meeting", args=[meeting_id])
    form = MeetingForm(given(request), offices=offices(actor=actor), initial=initial)
    return form_page(
        request,
        form,
        lambda typed: actions.keep_meeting(actor=actor, meeting_id=meeting_id, **typed),
        template="correspondence/form.html",
        done=_("The meeting is recorded."),
        back=back,
        to=lambda one: reverse("correspondence:meeting", args=[one.pk]),
        context={
            "letters_url": reverse("correspondence:meetings"),
            "is_meeting": True,
            "heading": _("Joint meeting"),
            "lead": _("Names of officials stay sealed; of families write elsewhere."),
            "button": _("Save"),
        },
        renew=lambda: queries.meeting_in_sight(actor=actor, meeting_id=meeting_id or 0).revision,
    )


def void(request: HttpRequest, meeting_id: int) -> HttpResponse:
    """A meeting entered by mistake."""
    actor = actor_of(request)
    one = queries.meeting_in_sight(actor=actor, meeting_id=meeting_id)
    return form_page(
        request,
        DayForm(given(request)),
        lambda _typed: actions.void_meeting(actor=actor, meeting_id=meeting_id, on=today()),
        template="correspondence/form.html",
        done=_("The meeting is voided."),
        back=reverse("correspondence:meetings"),
        context={
            "letters_url": reverse("correspondence:meetings"),
            "is_meeting": True,
            "heading": _("It was a mistake"),
            "lead": one.topic,
            "button": _("Void"),
            "is_alarm": True,
        },
    )
