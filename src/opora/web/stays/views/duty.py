"""The log of shifts: a week at a time, notes and incidents, handing over and taking over."""

from datetime import date, time, timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from opora.common.dates import local, now, today
from opora.stays import actions, queries
from opora.web.shell import sheets
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page
from opora.web.shell.intentions import once
from opora.web.stays.forms.duty import DutyForm, HandoverForm

_FARTHEST = timedelta(days=3_660)


@require_GET
def show_log(request: HttpRequest, shelter_id: int) -> HttpResponse:
    """A week of the log, the newest first."""
    actor, on = actor_of(request), today()
    last = _asked_day(request, on)
    only = request.GET.get("only") == "incidents"
    log = actions.read_duty_log(actor=actor, shelter_id=shelter_id, last=last, only_incidents=only)
    if sheets.is_asked(request):
        return sheets.answer(request, name="shifts", title=_("Shifts"), columns=_columns(), rows=log.notes)
    shown = {
        "log": log,
        "shelter": log.shelter,
        "only": only,
        "before": last - timedelta(days=7),
        "after": last + timedelta(days=7) if last < on else None,
        "on": on,
    }
    return render(request, "stays/duty.html", shown)


def _asked_day(request: HttpRequest, on: date) -> date:
    try:
        asked = date.fromisoformat(request.GET.get("day", ""))
    except ValueError:
        asked = on
    return min(max(asked, on - _FARTHEST), on)


def _columns() -> list[sheets.Column]:
    """Days, kinds and codes; the words of notes stay under lock."""
    return [
        sheets.Column(_("Day"), lambda note: note.on, "day"),
        sheets.Column(_("Shift"), lambda note: note.get_shift_display()),
        sheets.Column(_("Kind"), lambda note: note.get_kind_display()),
        sheets.Column(_("How serious"), lambda note: note.get_weight_display() if note.weight else ""),
        sheets.Column(_("Family"), lambda note: note.case.client.known_code if note.case else ""),
        sheets.Column(_("Who wrote"), lambda note: note.by.name if note.by else ""),
    ]


def add_note(request: HttpRequest, shelter_id: int) -> HttpResponse:
    """Write down what happened."""
    actor, hour = actor_of(request), local(now()).time()
    shelter = queries.get_shelter(actor=actor, shelter_id=shelter_id)
    is_incident = request.GET.get("kind") == "incident"
    form = DutyForm(
        given(request),
        kinds=queries.duty_kinds_offered(),
        shifts=queries.shifts_offered(),
        weights=queries.weights_offered(),
        families=queries.families_on_duty(actor=actor, shelter_id=shelter_id),
        initial={
            "kind": "incident" if is_incident else "note",
            "on": _shift_day(hour),
            "at": f"{hour:%H:%M}",
            "shift": queries.shift_at(hour),
            "case_id": request.GET.get("case", ""),
        },
    )
    return form_page(
        request,
        form,
        lambda typed: actions.note_on_shift(actor=actor, shelter_id=shelter_id, **typed),
        template="stays/duty_form.html",
        done=_("Written down."),
        back=reverse("stays:duty", args=[shelter_id]),
        context={"shelter": shelter, "question": _("Incident") if is_incident else _("Note of the shift")},
    )


def _shift_day(hour: time) -> date:
    """The day of a shift: after midnight the night is still that of the day before."""
    return today() - timedelta(days=1) if hour < queries.MORNING else today()


def hand_over(request: HttpRequest, shelter_id: int) -> HttpResponse:
    """Hand the shift over."""
    actor = actor_of(request)
    shelter = queries.get_shelter(actor=actor, shelter_id=shelter_id)
    hour = local(now()).time()
    return form_page(
        request,
        HandoverForm(
            given(request),
            shifts=queries.shifts_offered(),
            initial={"on": _shift_day(hour), "shift": queries.shift_at(hour)},
        ),
        lambda typed: actions.hand_over_shift(actor=actor, shelter_id=shelter_id, **typed),
        template="stays/duty_form.html",
        done=_("The shift is handed over. Whoever comes reads it and takes over."),
        back=reverse("stays:duty", args=[shelter_id]),
        context={"shelter": shelter, "question": _("Hand the shift over")},
    )


@require_POST
def take_over(request: HttpRequest, handover_id: int) -> HttpResponse:
    """Read, and taken over."""
    return once(
        request,
        lambda: actions.take_over_shift(actor=actor_of(request), handover_id=handover_id, on=today()),
        done=_("You have taken the shift over."),
        to=lambda made: reverse("stays:duty", args=[made.shelter_id]),
    )
