"""The page of the form in depth: items, what falls together, services beside solved items, how long it takes."""

from collections.abc import Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from opora.access.rules import can
from opora.common.dates import today
from opora.common.language import said
from opora.evidence import queries
from opora.evidence.queries.depth import (
    Depth,
    cases_behind_item,
    cases_beside,
    depth,
    item_names,
    rows_of_cases,
)
from opora.evidence.queries.depth_times import Times, times
from opora.evidence.rules.rows import Cohort
from opora.evidence.words import depth as told
from opora.programs.queries import list_programs
from opora.reports import actions as reports
from opora.reports.outcomes import period_of
from opora.web.evidence.depth_layout import Laid, Links, items_picture, laid, waits
from opora.web.evidence.forms import DepthForm
from opora.web.evidence.layout import table_of
from opora.web.evidence.views import columns_of
from opora.web.shell import sheets
from opora.web.shell.asking import actor_of
from opora.web.shell.paging import page_by_number

PAGE = 50
SHOWN_PAIRS, PAIRS = 5, 15
SHOWN_COMPARED, COMPARED = 9, 30
"""What stands open on the page, and what stands on it at all; everything is in the workbook."""


def show_depth(request: HttpRequest) -> HttpResponse:
    """One program at a time: forms of two programs are never put together."""
    form, found, waited = _asked(request)
    query = _query(request)
    links = Links(found, query) if found else None
    return render(
        request,
        "evidence/depth.html",
        {
            "form": form,
            "found": found,
            "period": period_of(found.cohort) if found else "",
            "taken_on": today(),
            "query": request.GET.urlencode(),
            "items": laid(_("Every item"), _("Item"), [links.item(one) for one in found.items])
            if found and links and found.items
            else None,
            "stubborn": [links.name(one.place) for one in found.stubborn] if found and links else (),
            "pairs": [links.pair(one) for one in found.together[:SHOWN_PAIRS]] if found and links else (),
            "more_pairs": [links.pair(one) for one in found.together[SHOWN_PAIRS:PAIRS]] if found and links else (),
            "helped": _helped(found, links, 0, SHOWN_COMPARED),
            "helped_folded": _helped(found, links, SHOWN_COMPARED, COMPARED),
            "helped_more": max(0, len(found.helped) - COMPARED) if found else 0,
            "picture": items_picture(found) if found and found.items else None,
            "waits": waits(waited) if waited else (),
            "once": waited.once if waited else 0,
            "rules": told.how_counted(),
            "caveats": told.depth_caveats(),
            "may_export": can(actor_of(request), "outcomes.export"),
            "is_filtered": bool(request.GET),
        },
    )


def _helped(found: Depth | None, links: Links | None, first: int, end: int) -> Laid | None:
    """A stretch of the comparisons of services, as a table."""
    lines = found.helped[first:end] if found else ()
    if links is None or not lines:
        return None
    return laid(_("Services beside solved items"), _("Item"), [links.beside(one) for one in lines])


def export_depth(request: HttpRequest) -> HttpResponse:
    """The same as a workbook; the journal keeps who took it."""
    _form, found, waited = _asked(request)
    if found is None or waited is None:
        raise Http404
    content = reports.export_depth(actor=actor_of(request), found=found, waited=waited, about=found.program.name)
    return sheets.workbook_response(content, "opora-form")


def show_depth_cases(request: HttpRequest, program_id: int) -> HttpResponse:
    """The cases behind a figure of an item, under their codes."""
    actor = actor_of(request)
    programs = list_programs(actor=actor)
    program = next((one for one in programs if one.pk == program_id), None)
    if program is None:
        raise Http404
    cohort = DepthForm(request.GET, actor=actor, programs=programs).cohort()
    names = item_names(program.instrument_code)
    first = next((item.code for item in names.values()), "")
    code, show = request.GET.get("item") or first, request.GET.get("show", "entry")
    service = request.GET.get("service", "")
    about: dict[str, Any] = {"actor": actor, "cohort": cohort, "program": program}
    if not names:
        case_ids: list[int] = []
    elif service.isdecimal() and len(service) < 10:
        case_ids = cases_beside(**about, code=code, service_id=int(service))
    else:
        case_ids = cases_behind_item(**about, code=code, what=show)
    number = request.GET.get("page", "1")
    page = max(1, int(number)) if number.isdecimal() and len(number) < 7 else 1
    one = Cohort((program_id,), cohort.department_ids, cohort.closed_from, cohort.closed_to)
    outcome = queries.outcomes(actor=actor, cohort=one, limit=0, programs=programs).programs[0]
    title = f"{code}: {_figures().get(show, _('the service was given'))}"
    if sheets.is_asked(request):
        every = rows_of_cases(**about, case_ids=case_ids, limit=sheets.MOST + 1)
        return sheets.answer(request, name="form-cases", title=title, columns=columns_of(outcome, every), rows=every)
    rows = rows_of_cases(**about, case_ids=case_ids, limit=PAGE + 1, offset=(page - 1) * PAGE)
    return render(
        request,
        "evidence/depth_cases.html",
        {
            "title": title,
            "text": next((said(item.text) for item in names.values() if item.code == code), ""),
            "program": program,
            "table": table_of(
                outcome, rows[:PAGE], first=(page - 1) * PAGE + 1, with_total=False, may_open=can(actor, "case.read")
            ),
            "pager": page_by_number(request, number=page, has_next=len(rows) > PAGE),
            "query": _query(request, program_id),
        },
    )


def _figures() -> dict[str, str]:
    return {
        "entry": _("weak at entry"),
        "exit": _("weak at exit"),
        "solved": _("solved"),
        "new": pgettext("item", "came new"),
        "stayed": _("weak both times"),
        "lost": _("not rated at exit"),
        "without_exit": _("no exit form"),
    }


def _asked(request: HttpRequest) -> tuple[DepthForm, Depth | None, Times | None]:
    actor = actor_of(request)
    programs = list_programs(actor=actor)
    form = DepthForm(request.GET, actor=actor, programs=programs)
    cohort = form.cohort()
    program = next((one for one in programs if one.pk in cohort.program_ids), None) or _first(actor, cohort, programs)
    if program is None:
        return form, None, None
    form.fields["program"].initial = program.pk
    found = depth(actor=actor, cohort=cohort, program=program)
    return form, found, times(actor=actor, cohort=cohort, program=program, on=today())


def _first(actor: Any, cohort: Cohort, programs: Sequence[Any]) -> Any:
    """The first program with closed cases in sight, else the first of all."""
    known = queries.programs_with_cases(actor=actor, cohort=cohort)
    return next((one for one in programs if one.pk in known), programs[0] if programs else None)


def _query(request: HttpRequest, program_id: int | None = None) -> str:
    query = request.GET.copy()
    for name in ("item", "show", "service", "page"):
        query.pop(name, None)
    if program_id:
        query["program"] = str(program_id)
    return query.urlencode()
