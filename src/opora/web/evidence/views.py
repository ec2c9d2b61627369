"""Pages of outcomes. What is counted and said comes from the room of evidence; here it is only laid out."""

from collections.abc import Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from opora.access.rules import Actor, can
from opora.cases.queries import why_no_exit
from opora.common.dates import today
from opora.common.language import spoken
from opora.evidence import queries, words
from opora.evidence.queries.figures import FIGURES, rows_of_figure
from opora.evidence.rules.outcomes import ProgramOutcome
from opora.evidence.rules.rows import Cohort, OutcomeRow
from opora.programs.queries import list_programs
from opora.reports import actions as reports
from opora.reports.outcomes import period_of
from opora.web.evidence.forms import CohortForm
from opora.web.evidence.kept_parts import Page
from opora.web.evidence.layout import laid_out, table_of
from opora.web.shell import sheets
from opora.web.shell.asking import actor_of
from opora.web.shell.paging import page_asked, page_by_number, query_without

PAGE = 50
FILES = {
    "xlsx": ("xlsx", False, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "csv": ("csv", False, "text/csv; charset=utf-8"),
    "pdf": ("pdf", False, "application/pdf"),
    "donors": ("pdf", True, "application/pdf"),
}


def show_outcomes(request: HttpRequest) -> HttpResponse:
    """Every program by itself: verdict, figures, picture, table, statistics, findings, limits."""
    actor = actor_of(request)
    programs = list_programs(actor=actor)
    form = CohortForm(request.GET, actor=actor, programs=programs)
    cohort = form.cohort()
    number = page_asked(request)
    found = queries.outcomes(actor=actor, cohort=cohort, limit=PAGE, offset=(number - 1) * PAGE, programs=programs)
    shown = [outcome for outcome in found.programs if outcome.closed or outcome.palliative.closed or outcome.findings]
    first = next((outcome for outcome in shown if outcome.closed), None)
    page = Page(
        actor=actor,
        cohort=cohort,
        programs=programs,
        language=spoken(),
        query=request.GET.urlencode(),
        first=(number - 1) * PAGE + 1,
        is_paged=number > 1,
    )
    longest = max((outcome.closed for outcome in found.programs), default=0)
    return render(
        request,
        "evidence/outcomes.html",
        {
            "form": form,
            "query": request.GET.urlencode(),
            "parts": page.parts(shown),
            "first": first,
            "answer": page.answer(first) if first else "",
            "period": period_of(cohort),
            "taken_on": today(),
            "without_cases": [outcome.name for outcome in found.programs if shown and outcome not in shown],
            "pooled": laid_out(found.pooled, None) if found.pooled else None,
            "measure": words.measure(),
            "pager": page_by_number(request, number=number, has_next=number * PAGE < longest),
            "may_export": can(actor, "outcomes.export"),
            "may_import": can(actor, "registry.import"),
            "is_filtered": bool(set(request.GET) - {"page"}),
        },
    )


def show_behind(request: HttpRequest, program_id: int) -> HttpResponse:
    """The cases a figure or a finding is made of, as far as this person may see them."""
    actor = actor_of(request)
    cohort = _cohort(request)
    one = Cohort((program_id,), cohort.department_ids, cohort.closed_from, cohort.closed_to)
    # Read with its neighbors: that families begin apart shows only beside another program.
    found = queries.outcomes(actor=actor, cohort=cohort, limit=0)
    outcome = next((outcome for outcome in found.programs if outcome.program_id == program_id), None)
    if outcome is None:
        raise Http404
    number = page_asked(request)
    show = request.GET.get("show", "closed")
    title, rows = _behind(actor, one, outcome, show, offset=(number - 1) * PAGE)
    # The register of missing exits says of each case why there is none (S4-22).
    is_register = show == "missing_exit"
    if sheets.is_asked(request):
        _title, every = _behind(actor, one, outcome, show, offset=0, limit=sheets.MOST + 1)
        return sheets.answer(
            request, name="outcome-cases", title=title, columns=columns_of(outcome, every, is_register), rows=every
        )
    return render(
        request,
        "evidence/behind.html",
        {
            "outcome": outcome,
            "title": title,
            "table": table_of(
                outcome,
                rows[:PAGE],
                first=(number - 1) * PAGE + 1,
                with_total=False,
                may_open=can(actor, "case.read"),
                remark=_("why there is no exit assessment") if is_register else "",
                remarks=why_no_exit([row.case_id for row in rows[:PAGE]]) if is_register else None,
            ),
            "pager": page_by_number(request, number=number, has_next=len(rows) > PAGE),
            "query": query_without(request, "show", "page"),
        },
    )


def _behind(
    actor: Actor, cohort: Cohort, outcome: ProgramOutcome, show: str, *, offset: int, limit: int = PAGE + 1
) -> tuple[str, tuple[OutcomeRow, ...]]:
    """What is shown, in words, and one row more than a page of it."""
    program_id = outcome.program_id or 0
    page: dict[str, Any] = {"actor": actor, "cohort": cohort, "program_id": program_id}
    if show in FIGURES:
        titles = {line.code: line.label for line in words.lines(outcome)} | {
            "not_improved": _("Not improved"),
            "worsened": _("More weak sides at exit than at entry"),
        }
        rows = rows_of_figure(**page, figure=show, limit=limit, offset=offset)
        return titles.get(show, _("Closed cases")), rows
    for finding in outcome.findings:
        if str(finding.code) == show:
            rows = queries.rows_behind(**page, finding=finding, limit=limit, offset=offset)
            return words.finding_title(finding), rows
    raise Http404


def columns_of(outcome: ProgramOutcome, rows: Sequence[OutcomeRow], is_register: bool = False) -> list[sheets.Column]:
    """The columns of the source table, and in the register of missing exits why there is none."""
    cells = {
        row.case_id: words.cells(row, place=place, layout=outcome.layout) for place, row in enumerate(rows, start=1)
    }
    found = [
        sheets.Column(
            column.title,
            lambda row, index=index: cells[row.case_id][index],  # type: ignore[misc]
            "day" if column.is_day else "count" if column.is_number else "text",
        )
        for index, column in enumerate(words.columns(outcome.layout))
    ]
    if is_register:
        reasons = why_no_exit([row.case_id for row in rows])
        found.append(sheets.Column(_("why there is no exit assessment"), lambda row: reasons.get(row.case_id, "")))
    return found


def export(request: HttpRequest, kind: str) -> HttpResponse:
    """The report as a file; the journal keeps who took what."""
    if kind not in FILES:
        raise Http404
    actor = actor_of(request)
    ending, public, content_type = FILES[kind]
    found = reports.read_outcomes(actor=actor, cohort=_cohort(request))
    content = reports.export_outcomes(actor=actor, outcomes=found, kind=ending, public=public)
    response = HttpResponse(content, content_type=content_type)
    name = "opora-results" if public else "opora-outcomes-internal"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}-{today():%Y-%m-%d}.{ending}"'
    return response


def _cohort(request: HttpRequest) -> Cohort:
    actor = actor_of(request)
    return CohortForm(request.GET, actor=actor, programs=list_programs(actor=actor)).cohort()
