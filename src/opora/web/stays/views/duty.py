"""The log of shifts: a week at a time, notes and incidents, handing over and taking over."""

from datetime import date, timedelta

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
from opora.web.shell.searching import SearchForm
from opora.web.stays.forms.duty import DutyForm, HandoverForm, VoidForm

_FARTHEST = timedelta(days=3_660)


@require_GET
def show_log(request: HttpRequest, shelter_id: int) -> HttpResponse:
    """A week of the log, the newest first."""
    actor, on = actor_of(request), today()
    last = _asked_day(request, on)
    only = request.GET.get("only") == "incidents"
    form = SearchForm(request.GET if "q" in request.GET else None, label=_("Words, code, who wrote it"))
    log = actions.read_duty_log(
        actor=actor, shelter_id=shelter_id, last=last, today=on, only_incidents=only, text=form.text
    )
    if sheets.is_asked(request):
        return sheets.answer(request, name="shifts", title=_("Shifts"), columns=_columns(), rows=log.notes)
    shown = {
        "log": log,
        "shelter": log.shelter,
        "only": only,
        "form": form,
        "before": last - timedelta(days=7),
        "older": log.first - timedelta(days=1),
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
        sheets.Column(_("Day"), lambda line: line.note.on, "day"),
        sheets.Column(_("Shift"), lambda line: line.note.get_shift_display()),
        sheets.Column(_("Kind"), lambda line: line.note.get_kind_display()),
        sheets.Column(_("How serious"), lambda line: line.note.get_weight_display() if line.note.weight else ""),
        sheets.Column(_("Family"), lambda line: line.note.case.client.known_code if line.note.case else ""),
        sheets.Column(_("Who wrote"), lambda line: line.note.by.name if line.note.by else ""),
        sheets.Column(_("Voided"), lambda line: line.note.voided_on, "day"),
    ]


def add_note(request: HttpRequest, shelter_id: int) -> HttpResponse:
    """Write down what happened."""
    actor, hour = actor_of(request), local(now()).time()
    shelter = queries.get_shelter(actor=actor, shelter_id=shelter_id)
    is_incident = request.GET.get("kind") == "incident"
    day, shift = queries.shift_of(today(), hour)
    form = DutyForm(
        given(request),
        kinds=queries.duty_kinds_offered(),
        shifts=queries.shifts_offered(),
        weights=queries.weights_offered(),
        families=queries.families_on_duty(actor=actor, shelter_id=shelter_id),
        initial={
            "kind": "incident" if is_incident else "note",
            "on": day,
            "at": f"{hour:%H:%M}",
            "shift": shift,
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


def correct_note(request: HttpRequest, duty_id: int) -> HttpResponse:
    """Put a note right; of which family it speaks stays."""
    actor = actor_of(request)
    note = queries.note_in_sight(actor=actor, note_id=duty_id)
    form = DutyForm(
        given(request),
        kinds=queries.duty_kinds_offered(),
        shifts=queries.shifts_offered(),
        weights=queries.weights_offered(),
        families=None,
        initial={
            **{name: getattr(note, name) for name in ("kind", "on", "shift", "weight")},
            "at": f"{note.at:%H:%M}" if note.at else "",
            "text": note.text_words,
            "measures": note.measures_words,
        },
    )
    return form_page(
        request,
        form,
        lambda typed: actions.correct_duty_note(actor=actor, note_id=duty_id, today=today(), **typed),
        template="stays/duty_form.html",
        done=_("Corrected. The former words stay readable."),
        back=reverse("stays:duty", args=[note.shelter_id]),
        about={"case_id": note.case_id},
        context={"shelter": note.shelter, "question": _("Correct the note"), "about": note.case},
    )


def void_note(request: HttpRequest, duty_id: int) -> HttpResponse:
    """Take a note back, with a reason."""
    actor = actor_of(request)
    note = queries.note_in_sight(actor=actor, note_id=duty_id)
    return form_page(
        request,
        VoidForm(given(request)),
        lambda typed: actions.void_duty_note(actor=actor, note_id=duty_id, on=today(), **typed),
        template="stays/duty_form.html",
        done=_("Voided. It counts nowhere any more and stays readable."),
        back=reverse("stays:duty", args=[note.shelter_id]),
        about={"case_id": note.case_id},
        context={
            "shelter": note.shelter,
            "question": _("Void the note"),
            "lead": _("It will count nowhere and stays readable, struck through."),
            "button": _("Void"),
            "is_alarm": True,
        },
    )


def hand_over(request: HttpRequest, shelter_id: int) -> HttpResponse:
    """Hand the shift over."""
    actor = actor_of(request)
    shelter = queries.get_shelter(actor=actor, shelter_id=shelter_id)
    day, shift = queries.shift_of(today(), local(now()).time())
    return form_page(
        request,
        HandoverForm(
            given(request),
            shifts=queries.shifts_offered(),
            initial={"on": day, "shift": shift},
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
