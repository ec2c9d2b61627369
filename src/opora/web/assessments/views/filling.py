"""Filling in a form: the sheet, what is sent, and the moment when somebody else was faster."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.assessments import actions, queries
from opora.assessments.queries import Assessment, Sheet, answers_now
from opora.assessments.rules import gaps
from opora.cases.actions import note_look
from opora.common.dates import today
from opora.common.errors import Conflict, Invalid, Refused
from opora.web.assessments.conflict import merge
from opora.web.assessments.forms import SheetForm, Typed, cell_name, read_typed
from opora.web.assessments.sheet import typed_of
from opora.web.assessments.views.drafting import day_sent, keep
from opora.web.assessments.views.drawing import conflict_page, sheet_page
from opora.web.shell.asking import actor_of
from opora.web.shell.intentions import once
from opora.web.shell.middleware import say

Save = Callable[[SheetForm, Typed], Assessment]


def fill_in(request: HttpRequest, case_id: int, point: str) -> HttpResponse:
    """A new form of a case: show the sheet, take it in."""
    actor = actor_of(request)
    is_sent = request.method == "POST"
    on = day_sent(request) if is_sent else today()
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
        actor=actor, assessment_id=assessment_id, sent_on=day_sent(request) if is_sent else None
    )
    if not is_sent:
        note_look(actor=actor, case_id=sheet.case.pk)
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


def _show(request: HttpRequest, sheet: Sheet) -> HttpResponse:
    typed = typed_of(sheet)
    if sheet.theirs is not None:
        return conflict_page(request, sheet, typed, sheet.theirs, status=200)
    form = SheetForm(
        initial={
            "on": sheet.on,
            "base_revision": sheet.base_revision,
            "draft_revision": sheet.draft.revision if sheet.draft else 0,
        }
    )
    return sheet_page(request, sheet, form, typed)


def _take(request: HttpRequest, sheet: Sheet, save: Save) -> HttpResponse:
    sent = request.POST.copy()
    form = SheetForm(sent)
    typed = read_typed(request.POST, sheet.definition, sheet.subjects)
    if "merge" in request.POST and sheet.assessment is not None:
        theirs = Typed(answers_now(sheet.assessment), sheet.assessment.comments_told)
        typed = merge(sheet.definition, typed, theirs, request.POST.dict())
    elif "draft" in request.POST:
        keep(request, sheet, typed, known=None)
        say(request, _("The draft is saved. You can go on from any device."))
        return HttpResponseRedirect(reverse("assessments:list", args=[sheet.case.pk]))
    missing = frozenset(cell_name(cell) for cell in gaps(sheet.definition, typed.answers, sheet.subjects))
    errors: dict[str, str] = {}
    if form.is_valid() and (not missing or form.cleaned_data["allow_gaps"] or "merge" in request.POST):
        try:
            return once(
                request,
                lambda: _finish(request, sheet, save(form, typed)),
                done=lambda kept: kept[1],
                to=lambda kept: reverse("assessments:show", args=[kept[0].pk]),
            )
        except actions.AssessmentConflict as found:
            keep(request, sheet, typed, known=None)
            return conflict_page(request, sheet, typed, found.theirs, status=409)
        except Invalid as found:
            for field, sentence in found.fields.items():
                if field.startswith("c-"):
                    errors[field] = str(sentence)
                else:
                    form.add_error(field if field in form.fields else None, str(sentence))
        except (Conflict, Refused) as found:
            sent["draft_revision"] = str(keep(request, sheet, typed, known=None).revision)
            form.add_error(None, str(found))
        missing = frozenset()
    return sheet_page(request, sheet, form, typed, missing=missing, errors=errors, status=422)


def _finish(request: HttpRequest, sheet: Sheet, assessment: Assessment) -> tuple[Assessment, str]:
    """What goes with saving: a merged draft ends, whoever may approves at once; with a word for it."""
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
        try:
            actions.approve(actor=actor, assessment_id=assessment.pk)
        except Conflict as why:
            # It is saved all the same; what keeps it from counting is said beside it.
            say(request, why, good=False)
            return assessment, ""
        return assessment, _("The assessment is saved and approved.")
    if assessment.is_waiting:
        return assessment, _("The assessment is saved and waits for approval.")
    return assessment, _("The correction is saved.")
