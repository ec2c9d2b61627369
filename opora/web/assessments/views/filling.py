"""Filling in a form: the sheet, its draft kept while one types, and the moment when somebody else was faster."""

from collections.abc import Callable
from datetime import date

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from opora.assessments import actions, queries
from opora.assessments.queries import Assessment, AssessmentDraft, Sheet
from opora.assessments.rules import gaps
from opora.common.dates import parse_day, today
from opora.common.errors import Conflict, Invalid, OporaError, Refused
from opora.web.assessments.conflict import conflict_rows, merge
from opora.web.assessments.forms import SheetForm, Typed, cell_name, read_typed
from opora.web.assessments.sheet import lay_out, legend, typed_of
from opora.web.assessments.views.frame import actor_of, case_context, names_for
from opora.web.shell.middleware import say

Save = Callable[[SheetForm, Typed], Assessment]


def fill_in(request: HttpRequest, case_id: int, point: str) -> HttpResponse:
    """A new form of a case: show the sheet, take it in."""
    actor = actor_of(request)
    is_sent = request.method == "POST"
    on = _day_sent(request) if is_sent else today()
    sheet = queries.sheet_for(actor=actor, case_id=case_id, point=point, on=on, is_sent=is_sent)
    if not is_sent:
        return _show(request, sheet)

    def save(form: SheetForm, typed: Typed) -> Assessment:
        return actions.submit(
            actor=actor,
            case_id=case_id,
            point=point,
            answers=typed.answers,
            comments=typed.comments,
            on=form.cleaned_data["on"],
        )

    return _take(request, sheet, save)


def correct(request: HttpRequest, assessment_id: int) -> HttpResponse:
    """The next revision of a form: show the sheet as it stands, take in the correction."""
    actor = actor_of(request)
    is_sent = request.method == "POST"
    sheet = queries.correction_sheet(
        actor=actor, assessment_id=assessment_id, sent_on=_day_sent(request) if is_sent else None
    )
    if not is_sent:
        return _show(request, sheet)

    def save(form: SheetForm, typed: Typed) -> Assessment:
        return actions.correct(
            actor=actor,
            assessment_id=assessment_id,
            answers=typed.answers,
            comments=typed.comments,
            base_revision=form.cleaned_data["base_revision"] or 0,
            on=form.cleaned_data["on"],
        )

    return _take(request, sheet, save)


@require_POST
def keep_draft(request: HttpRequest, case_id: int, point: str) -> HttpResponse:
    """Keep a new form as typed so far."""
    return _answer_draft(
        request,
        lambda: queries.sheet_for(
            actor=actor_of(request), case_id=case_id, point=point, on=_day_sent(request), is_sent=True
        ),
    )


@require_POST
def keep_correction(request: HttpRequest, assessment_id: int) -> HttpResponse:
    """Keep a correction as typed so far."""
    return _answer_draft(
        request,
        lambda: queries.correction_sheet(
            actor=actor_of(request), assessment_id=assessment_id, sent_on=_day_sent(request)
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


def _day_sent(request: HttpRequest) -> date:
    """The day typed into the sheet; today while it is no day, so that the ages can be told."""
    try:
        return parse_day(request.POST.get("on", ""))
    except ValueError:
        return today()


def _show(request: HttpRequest, sheet: Sheet) -> HttpResponse:
    typed = typed_of(sheet)
    if sheet.theirs is not None:
        return _conflict(request, sheet, typed, sheet.theirs, status=200)
    form = SheetForm(
        initial={
            "on": sheet.on,
            "base_revision": sheet.base_revision,
            "draft_revision": sheet.draft.revision if sheet.draft else 0,
        }
    )
    return _page(request, sheet, form, typed)


def _take(request: HttpRequest, sheet: Sheet, save: Save) -> HttpResponse:
    sent = request.POST.copy()
    form = SheetForm(sent)
    typed = read_typed(request.POST, sheet.definition, sheet.subjects)
    if "merge" in request.POST and sheet.assessment is not None:
        theirs = Typed(sheet.assessment.answers or {}, sheet.assessment.comments)
        typed = merge(sheet.definition, typed, theirs, request.POST.dict())
    elif "draft" in request.POST:
        _keep(request, sheet, typed, known=None)
        say(request, _("The draft is saved. You can go on from any device."))
        return HttpResponseRedirect(reverse("assessments:list", args=[sheet.case.pk]))
    missing = frozenset(cell_name(cell) for cell in gaps(sheet.definition, typed.answers, sheet.subjects))
    errors: dict[str, str] = {}
    if form.is_valid() and (not missing or form.cleaned_data["allow_gaps"] or "merge" in request.POST):
        try:
            return _saved(request, sheet, save(form, typed))
        except actions.AssessmentConflict as found:
            _keep(request, sheet, typed, known=None)
            return _conflict(request, sheet, typed, found.theirs, status=409)
        except Invalid as found:
            for field, sentence in found.fields.items():
                if field.startswith("c-"):
                    errors[field] = str(sentence)
                else:
                    form.add_error(field if field in form.fields else None, str(sentence))
        except (Conflict, Refused) as found:
            sent["draft_revision"] = str(_keep(request, sheet, typed, known=None).revision)
            form.add_error(None, str(found))
        missing = frozenset()
    return _page(request, sheet, form, typed, missing=missing, errors=errors, status=422)


def _saved(request: HttpRequest, sheet: Sheet, assessment: Assessment) -> HttpResponse:
    actor = actor_of(request)
    if "draft_of" in request.POST:
        of = request.POST["draft_of"]
        actions.discard_draft(
            actor=actor,
            case_id=sheet.case.pk,
            point=sheet.point,
            assessment_id=int(of) if of.isdecimal() else None,
        )
    if "approve" in request.POST and sheet.may_approve and assessment.is_waiting:
        actions.approve(actor=actor, assessment_id=assessment.pk)
        say(request, _("The assessment is saved and approved."))
    elif assessment.is_waiting:
        say(request, _("The assessment is saved and waits for approval."))
    else:
        say(request, _("The correction is saved."))
    return HttpResponseRedirect(reverse("assessments:show", args=[assessment.pk]))


def _keep(request: HttpRequest, sheet: Sheet, typed: Typed, *, known: int | None) -> AssessmentDraft:
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
        draft = _keep(request, sheet, typed, known=known)
    except actions.DraftConflict as found:
        return JsonResponse({"message": str(found), "saved_at": _clock(found.draft)}, status=409)
    except OporaError as found:
        return JsonResponse({"message": str(found)}, status=403)
    return JsonResponse({"saved_at": _clock(draft), "revision": draft.revision})


def _clock(draft: AssessmentDraft) -> str:
    return localtime(draft.saved_at).strftime("%H:%M")


def _discard(request: HttpRequest, sheet: Sheet) -> HttpResponse:
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


def _page(
    request: HttpRequest,
    sheet: Sheet,
    form: SheetForm,
    typed: Typed,
    *,
    missing: frozenset[str] = frozenset(),
    errors: dict[str, str] | None = None,
    status: int = 200,
) -> HttpResponse:
    sections = lay_out(
        sheet.definition,
        sheet.subjects,
        typed,
        names=names_for(request, sheet.case),
        missing=missing,
        errors=errors,
    )
    asked = sum(section.asked for section in sections)
    urls = (
        ["assessments:correct", "assessments:correct_draft", "assessments:correct_discard"]
        if sheet.assessment
        else ["assessments:fill_in", "assessments:draft", "assessments:discard"]
    )
    args = [sheet.assessment.pk] if sheet.assessment else [sheet.case.pk, sheet.point]
    action, draft_url, discard_url = (reverse(name, args=args) for name in urls)
    return render(
        request,
        "assessments/fill_in.html",
        {
            **case_context(sheet.case, sheet.point),
            "sheet": sheet,
            "form": form,
            "sections": sections,
            "legend": legend(sheet.definition),
            "asked": asked,
            "answered": sum(section.answered for section in sections),
            "missing": len(missing),
            "comment_errors": errors or {},
            "action": action,
            "draft_url": draft_url,
            "discard_url": discard_url,
            "has_names": request.GET.get("names") == "1",
        },
        status=status,
    )


def _conflict(request: HttpRequest, sheet: Sheet, mine: Typed, theirs: Assessment, *, status: int) -> HttpResponse:
    """Both versions and a choice for each difference; what was typed stays in the draft until it is decided."""
    known = {subject.key: subject for subject in (*queries.subjects_in(theirs), *sheet.subjects)}
    their_typed = Typed(theirs.answers or {}, theirs.comments, theirs.on.isoformat())
    return render(
        request,
        "assessments/conflict.html",
        {
            **case_context(sheet.case, sheet.point),
            "theirs": theirs,
            "rows": conflict_rows(sheet.definition, tuple(known.values()), mine, their_typed),
            "hidden": _hidden(mine),
            "on": mine.on or sheet.on.isoformat(),
            "may_correct": queries.may_correct(actor=actor_of(request), assessment=theirs),
            "draft_of": sheet.assessment.pk if sheet.assessment else "",
            "action": reverse("assessments:correct", args=[theirs.pk]),
            "discard_url": (
                reverse("assessments:correct_discard", args=[sheet.assessment.pk])
                if sheet.assessment
                else reverse("assessments:discard", args=[sheet.case.pk, sheet.point])
            ),
        },
        status=status,
    )


def _hidden(mine: Typed) -> list[tuple[str, str]]:
    """My whole filling as hidden fields, so that the choice can be sent without a script."""
    answers = [(f"a-{code}-{key}", str(value)) for code, given in mine.answers.items() for key, value in given.items()]
    return answers + [(f"c-{code}", text) for code, text in mine.comments.items()]
