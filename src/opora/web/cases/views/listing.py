"""The list of cases."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from opora.access.queries import workers_under
from opora.access.rules import Actor, can
from opora.cases import queries
from opora.cases.queries import CasePage, CaseRow
from opora.cases.rules.listing import Place, parse_place
from opora.common.dates import today
from opora.common.language import said
from opora.common.planning import planned_once
from opora.details.queries import cases_with, columns_of_cases, fields_of_cases, say_answer
from opora.fields.rules import About, OwnField
from opora.web.cases.forms.listing import FilterForm
from opora.web.shell import search, sheets
from opora.web.shell.asking import actor_of
from opora.web.shell.paging import Pager

_PLACES = ("after", "before")
_COLUMN_OF = {About.CASE: "pk", About.FAMILY: "family_id"}


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
        own=fields_of_cases(actor, today()),
    )
    if request.method == "POST" and (answer := search.narrowed(request, form)) is not None:
        return answer
    filters = form.filters(on=today())
    among = [(_COLUMN_OF[one.about], cases_with(actor, one, code)) for one, code in form.asked_of_own()]
    if sheets.is_asked(request):
        rows = queries.list_cases(actor=actor, filters=filters, limit=sheets.MOST + 1, among=among).rows
        columns = [*_columns(), *_own_columns(actor, form.own, rows)]
        return sheets.answer(request, name="cases", title=_("Cases"), columns=columns, rows=rows)
    page = queries.list_cases(
        actor=actor,
        filters=filters,
        after=parse_place(request.GET.get("after", "")),
        before=parse_place(request.GET.get("before", "")),
        among=among,
    )
    own = form.column()
    everywhere = request.GET.copy()
    everywhere["state"] = "all"
    return render(
        request,
        "cases/list.html",
        {
            "form": form,
            "filters": filters,
            "page": page,
            "own_column": said(own.title) if own is not None else "",
            "own_answers": _own_answers(actor, own, page.rows) if own is not None else {},
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


def _own_answers(actor: Actor, field: OwnField, rows: list[CaseRow]) -> dict[int, str]:
    """What is answered to an own field about each case of the list, or about its family."""
    families = queries.families_of_cases([row.id for row in rows]) if field.about == About.FAMILY else {}
    cases = {row.id: families.get(row.id) for row in rows}
    found = columns_of_cases(actor, [field], cases)[field.code]
    return {case: say_answer(field, answer) for case, answer in found.items()}


def _own_columns(actor: Actor, fields: list[OwnField], rows: list[CaseRow]) -> list[sheets.Column]:
    """The organization's own fields; words that are told freely stay in the house."""
    filled = [(field, _own_answers(actor, field, rows)) for field in fields]
    return [sheets.Column(said(field.title), partial(_of_row, answers)) for field, answers in filled]


def _of_row(answers: dict[int, str], row: CaseRow) -> str:
    return answers.get(row.id, "")


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
