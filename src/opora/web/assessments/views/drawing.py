"""The sheet and the two versions of it as pages."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from opora.assessments import queries
from opora.assessments.queries import Assessment, Sheet
from opora.web.assessments.conflict import conflict_rows
from opora.web.assessments.forms import SheetForm, Typed
from opora.web.assessments.sheet import gaps_in, lay_out, legend
from opora.web.assessments.views.case_head import case_context, names_for
from opora.web.shell.asking import actor_of

GAPS_NAMED = 6
"""So many questions without an answer are named above the sheet; all are marked in it."""


def sheet_page(
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
    gaps = gaps_in(sections)
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
            "missing": len(gaps),
            "gaps": gaps[:GAPS_NAMED],
            "more_gaps": max(0, len(gaps) - GAPS_NAMED),
            "comment_errors": errors or {},
            "action": action,
            "draft_url": draft_url,
            "discard_url": discard_url,
            "has_names": request.GET.get("names") == "1",
        },
        status=status,
    )


def conflict_page(request: HttpRequest, sheet: Sheet, mine: Typed, theirs: Assessment, *, status: int) -> HttpResponse:
    """Both versions and a choice for each difference; what was typed stays in the draft until it is decided."""
    known = {subject.key: subject for subject in (*queries.subjects_in(theirs), *sheet.subjects)}
    their_typed = Typed(theirs.answers or {}, theirs.comments_told, theirs.on.isoformat())
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
