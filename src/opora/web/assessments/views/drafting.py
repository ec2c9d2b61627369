"""The draft of a sheet: kept while one types, thrown away after asking."""

from collections.abc import Callable
from datetime import date

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from opora.assessments import actions, queries
from opora.assessments.queries import AssessmentDraft, Sheet
from opora.common.dates import local, parse_day, today
from opora.common.errors import OporaError
from opora.web.assessments.forms import Typed, read_typed
from opora.web.shell.asking import actor_of, speaks_of
from opora.web.shell.middleware import say


@require_POST
def keep_draft(request: HttpRequest, case_id: int, point: str) -> HttpResponse:
    """Keep a new form as typed so far."""
    return _answer_draft(
        request,
        lambda: queries.sheet_for(
            actor=actor_of(request), case_id=case_id, point=point, on=day_sent(request), is_sent=True
        ),
    )


@require_POST
def keep_correction(request: HttpRequest, assessment_id: int) -> HttpResponse:
    """Keep a correction as typed so far."""
    return _answer_draft(
        request,
        lambda: queries.correction_sheet(
            actor=actor_of(request), assessment_id=assessment_id, sent_on=day_sent(request)
        ),
    )


def discard_draft(request: HttpRequest, case_id: int, point: str) -> HttpResponse:
    """Throw one's draft of a new form away, after asking."""
    sheet = queries.sheet_for(actor=actor_of(request), case_id=case_id, point=point, on=today(), is_sent=True)
    return _discard(request, sheet)


def discard_correction(request: HttpRequest, assessment_id: int) -> HttpResponse:
    """Throw one's draft of a correction away, after asking."""
    return _discard(
        request, queries.correction_sheet(actor=actor_of(request), assessment_id=assessment_id, sent_on=today())
    )


def day_sent(request: HttpRequest) -> date:
    """The day typed into the sheet; today while it is no day, so that the ages can be told."""
    try:
        return parse_day(request.POST.get("on", ""))
    except ValueError:
        return today()


def keep(request: HttpRequest, sheet: Sheet, typed: Typed, *, known: int | None) -> AssessmentDraft:
    return actions.save_draft(
        actor=actor_of(request),
        case_id=sheet.case.pk,
        point=sheet.point,
        payload=typed.as_payload(),
        assessment_id=sheet.assessment.pk if sheet.assessment else None,
        base_revision=sheet.base_revision,
        draft_revision=known,
    )


def _answer_draft(request: HttpRequest, read: Callable[[], Sheet]) -> HttpResponse:
    """Keep the draft and answer the page's script in a few words."""
    sent = request.POST.get("draft_revision", "")
    known = None if request.POST.get("force") else int(sent) if sent.isdecimal() else 0
    try:
        sheet = read()
        typed = read_typed(request.POST, sheet.definition, sheet.subjects)
        draft = keep(request, sheet, typed, known=known)
    except actions.DraftConflict as found:
        return JsonResponse({"message": str(found), "saved_at": _clock(found.draft)}, status=409)
    except OporaError as found:
        return JsonResponse({"message": str(found)}, status=403)
    return JsonResponse({"saved_at": _clock(draft), "revision": draft.revision})


def _clock(draft: AssessmentDraft) -> str:
    return local(draft.saved_at).strftime("%H:%M")


def _discard(request: HttpRequest, sheet: Sheet) -> HttpResponse:
    speaks_of(request, case_id=sheet.case.pk)
    back = reverse("assessments:list", args=[sheet.case.pk])
    if request.method == "POST":
        actions.discard_draft(
            actor=actor_of(request),
            case_id=sheet.case.pk,
            point=sheet.point,
            assessment_id=sheet.assessment.pk if sheet.assessment else None,
        )
        say(request, _("The draft is thrown away."))
        return HttpResponseRedirect(back)
    return render(
        request,
        "shell/confirm.html",
        {
            "title": _("Throw the draft away?"),
            "text": _("What you typed into this form and did not hand in will be gone."),
            "button": _("Throw away"),
            "danger": True,
            "action": request.path,
            "cancel_url": back,
        },
    )
