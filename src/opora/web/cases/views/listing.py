"""The list of cases."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from opora.access.queries import workers_under
from opora.access.rules import can
from opora.cases import queries
from opora.cases.queries import CasePage
from opora.cases.rules.listing import Place, parse_place
from opora.common.dates import today
from opora.common.planning import planned_once
from opora.web.cases.forms.listing import FilterForm
from opora.web.shell import search, sheets
from opora.web.shell.asking import actor_of
from opora.web.shell.paging import Pager

_PLACES = ("after", "before")


@planned_once()
def list_cases(request: HttpRequest) -> HttpResponse:
    """Cases this person may see, searched in any spelling and filtered; everything stands in the address."""
    actor = actor_of(request)
    given = request.POST.copy() if request.method == "POST" else search.asked(request)
    given.setdefault("state", "open")
    form = FilterForm(
        given,
        programs=queries.programs_of(),
        departments=queries.departments_of(actor=actor),
        workers=workers_under(actor=actor),
    )
    if request.method == "POST" and (answer := search.narrowed(request, form)) is not None:
        return answer
    filters = form.filters(on=today())
    if sheets.is_asked(request):
        rows = queries.list_cases(actor=actor, filters=filters, limit=sheets.MOST + 1).rows
        return sheets.answer(request, name="cases", title=_("Cases"), columns=_columns(), rows=rows)
    page = queries.list_cases(
        actor=actor,
        filters=filters,
        after=parse_place(request.GET.get("after", "")),
        before=parse_place(request.GET.get("before", "")),
    )
    everywhere = request.GET.copy()
    everywhere["state"] = "all"
    return render(
        request,
        "cases/list.html",
        {
            "form": form,
            "filters": filters,
            "page": page,
            "pager": _pager(request, page),
            "may_open": can(actor, "case.open"),
            "is_filtered": bool(set(request.GET) - {*_PLACES, "state"}) or filters.state != "open",
            "everywhere": f"?{everywhere.urlencode()}" if filters.state and filters.text else "",
            "today": today(),
        },
        status=422 if request.method == "POST" else 200,
    )


def _columns() -> list[sheets.Column]:
    """Codes and days, as on the page; no name of a family leaves the house by it."""
    return [
        sheets.Column(_("Case number"), lambda row: row.number),
        sheets.Column(_("Department"), lambda row: row.department),
        sheets.Column(_("Program"), lambda row: row.program),
        sheets.Column(_("Client"), lambda row: row.client_code),
        sheets.Column(_("Children"), lambda row: ", ".join(row.child_codes)),
        sheets.Column(_("Opened"), lambda row: row.opened_on, "day"),
        sheets.Column(_("Closed"), lambda row: row.closed_on, "day"),
        sheets.Column(_("Case manager"), lambda row: row.case_manager),
        sheets.Column(_("Follow-up due"), lambda row: row.follow_up_due_on, "day"),
    ]


def _pager(request: HttpRequest, page: CasePage) -> Pager:
    return Pager(newer=_turned(request, "before", page.newer), older=_turned(request, "after", page.older))


def _turned(request: HttpRequest, name: str, place: Place | None) -> str | None:
    if place is None:
        return None
    query = request.GET.copy()
    for other in _PLACES:
        query.pop(other, None)
    query[name] = str(place)
    return f"{request.path}?{query.urlencode()}"
