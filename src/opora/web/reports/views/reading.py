"""The list of reports, a report with its figures of today, and a report as it was taken."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.common.dates import today
from opora.reports import actions, policies, queries
from opora.reports.queries.showing import Part, days, since
from opora.reports.rules.kinds import lacking
from opora.reports.rules.names import like_people
from opora.web.reports.telling import laid, query_of
from opora.web.reports.words import title
from opora.web.shell import sheets
from opora.web.shell.asking import actor_of
from opora.web.shell.paging import page_asked, page_by_number

PAGE = 30


def list_reports(request: HttpRequest) -> HttpResponse:
    """Reports that are worked on, the last changed first; those put away on a page of their own."""
    actor = actor_of(request)
    is_away = request.GET.get("away") == "yes"
    found = queries.list_reports(actor=actor, put_away=is_away)
    if sheets.is_asked(request):
        rows = found[: sheets.MOST + 1]
        return sheets.answer(request, name="reports", title=_("Reports"), columns=_columns(), rows=rows)
    number = page_asked(request)
    shown = list(found[(number - 1) * PAGE : number * PAGE + 1])
    context = {
        "lines": [(one, days(one.first_on, one.last_on)) for one in shown[:PAGE]],
        "pager": page_by_number(request, number=number, has_next=len(shown) > PAGE),
        "is_away": is_away,
        "may_compose": policies.may_compose(actor),
    }
    return render(request, "reports/list.html", context)


def show(request: HttpRequest, composed_id: int) -> HttpResponse:
    """The report with its figures as they are now, and everything that composes it."""
    actor = actor_of(request)
    report, whole = actions.open_report(actor=actor, report_id=composed_id, on=today())
    changed = since(whole.before, whole.changed) if whole.before is not None else []
    parts = [_part(report, one) for one in whole.parts]
    taken = queries.taken_of(actor=actor, report=report)
    context: dict[str, Any] = {
        "report": report,
        "period": days(report.first_on, report.last_on),
        "taken_on": today(),
        "parts": parts,
        "named": sum(bool(one["names"]) for one in parts),
        "changed": laid(changed, query_of(report)),
        "how_counted": whole.how_counted,
        "taken": [(one, queries.words_gone(taken=one, on=today())) for one in taken],
        "may_compose": policies.may_compose(actor),
        "is_whole": policies.reach(actor) is None,
        "files": files_of("reports:export", report.pk),
    }
    return render(request, "reports/report.html", context)


def show_taken(request: HttpRequest, taken_id: int) -> HttpResponse:
    """The report as it was on the day it was taken."""
    actor = actor_of(request)
    taken, told = actions.open_taken(actor=actor, taken_id=taken_id, on=today())
    context = {
        "taken": taken,
        "told": told,
        "blocks": laid(told.blocks, query_of(taken.report)),
        "may_compose": policies.may_compose(actor),
        "files": files_of("reports:export_taken", taken.pk),
    }
    return render(request, "reports/taken.html", context)


def files_of(name: str, number: int) -> list[tuple[str, Any, str, str]]:
    """The ways to take a report along: the PDF first, which needs no other program."""
    kinds = (
        ("pdf", "PDF", "file-type-pdf"),
        ("docx", _("Word: text and tables"), "file-text"),
        ("xlsx", _("Excel: all tables"), "file-spreadsheet"),
    )
    return [(kind, title_of, symbol, reverse(name, args=[number, kind])) for kind, title_of, symbol in kinds]


def _part(report: Any, part: Part) -> dict[str, Any]:
    block = part.block
    own = [block.heading, block.text, str(block.options.get("lines") or "")]
    return {
        "block": block,
        "title": block.heading or title(block.kind),
        "kind": title(block.kind),
        "blocks": laid(part.body, query_of(report, block), in_part=True),
        "prompt": "" if block.text else block.prompt,
        "is_waiting": bool(lacking(block.kind, block.options)),
        "names": [one for text in own for one in like_people(text)],
    }


def _columns() -> list[sheets.Column]:
    return [
        sheets.Column(_("Title"), lambda one: one.title),
        sheets.Column(_("Program"), lambda one: one.program.name if one.program else ""),
        sheets.Column(_("From"), lambda one: one.first_on, "day"),
        sheets.Column(_("To"), lambda one: one.last_on, "day"),
        sheets.Column(_("begun on"), lambda one: one.begun_on, "day"),
    ]
