"""Of whom something holds now: without a home, without an answer, without work."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from opora.circumstances import queries
from opora.common.dates import today
from opora.web.circumstances.forms import NowForm
from opora.web.shell import search, sheets
from opora.web.shell.asking import actor_of
from opora.web.shell.family_place import address_in
from opora.web.shell.paging import page_asked, page_by_number

ROWS = 50
MOST_PAGES = 400


def list_now(request: HttpRequest) -> HttpResponse:
    """Open work in sight, the longest first; everything asked stands in the address."""
    actor = actor_of(request)
    given = request.POST.copy() if request.method == "POST" else search.asked(request)
    given.setdefault("ask", next(iter(queries.PRESETS)))
    form = NowForm(given)
    if request.method == "POST" and (answer := search.narrowed(request, form)) is not None:
        return answer
    asked = form.asked()
    if sheets.is_asked(request):
        rows = queries.standing_now(actor=actor, **asked, limit=sheets.MOST, on=today())
        title = _("How families live now")
        return sheets.answer(request, name="families-now", title=title, columns=_columns(), rows=rows)
    number = page_asked(request, most=MOST_PAGES)
    found = queries.standing_now(actor=actor, **asked, offset=(number - 1) * ROWS, limit=ROWS, on=today())
    context = {
        "form": form,
        "rows": [(row, address_in("circumstances", "", row)) for row in found[:ROWS]],
        "pager": page_by_number(request, number=number, has_next=len(found) > ROWS),
        "is_filtered": bool(asked.get("text")),
        "today": today(),
    }
    return render(request, "circumstances/list.html", context, status=422 if request.method == "POST" else 200)


def _columns() -> list[sheets.Column]:
    """Codes and days; no name of a family leaves the house by it."""
    return [
        sheets.Column(_("Case number"), lambda row: row.number),
        sheets.Column(_("Path"), lambda row: row.route_id, "count"),
        sheets.Column(_("Client"), lambda row: row.code),
        sheets.Column(_("What"), lambda row: row.what),
        sheets.Column(_("Person"), _person),
        sheets.Column(_("Now"), lambda row: row.now),
        sheets.Column(_("Since"), lambda row: row.since, "day"),
        sheets.Column(_("Days"), lambda row: row.days, "count"),
        sheets.Column(_("Expected on"), lambda row: row.expected_on, "day"),
    ]


def _person(row: Any) -> str:
    return str(row.person_code)
