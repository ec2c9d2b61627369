"""The ties of all families in sight: who has nobody, whose ties were restored, which talk is to be gone on with."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from opora.common.dates import today
from opora.network import queries
from opora.web.network.forms import ListForm
from opora.web.shell import search, sheets
from opora.web.shell.asking import actor_of
from opora.web.shell.family_place import address_in
from opora.web.shell.paging import page_asked, page_by_number

ROWS = 50
MOST_PAGES = 400


def list_families(request: HttpRequest) -> HttpResponse:
    """Open work only; everything asked stands in the address."""
    actor = actor_of(request)
    given = request.POST.copy() if request.method == "POST" else search.asked(request)
    given.setdefault("ask", "all")
    form = ListForm(given)
    if request.method == "POST" and (answer := search.narrowed(request, form)) is not None:
        return answer
    told = form.cleaned_data if form.is_valid() else {}
    asked = {"ask": told.get("ask") or "all", "text": told.get("q", "")}
    if sheets.is_asked(request):
        rows = queries.ties_of_families(actor=actor, **asked, limit=sheets.MOST)
        title = _("Ties of families")
        return sheets.answer(request, name="ties", title=title, columns=_columns(), rows=rows)
    number = page_asked(request, most=MOST_PAGES)
    found = queries.ties_of_families(actor=actor, **asked, offset=(number - 1) * ROWS, limit=ROWS)
    context = {
        "form": form,
        "rows": [(row, address_in("network", "", row)) for row in found[:ROWS]],
        "are_talks": asked["ask"] == "talks",
        "pager": page_by_number(request, number=number, has_next=len(found) > ROWS),
        "is_filtered": bool(asked["text"]),
        "today": today(),
    }
    return render(request, "network/list.html", context, status=422 if request.method == "POST" else 200)


def _columns() -> list[sheets.Column]:
    """Codes, days and numbers; no name of a family leaves the house by it."""
    return [
        sheets.Column(_("Case number"), lambda row: row.number),
        sheets.Column(_("Path"), lambda row: row.route_id, "count"),
        sheets.Column(_("Client"), lambda row: row.code),
        sheets.Column(_("Day"), lambda row: row.on, "day"),
        sheets.Column(_("Supportive ties at first"), lambda row: row.compared.supportive_then, "count"),
        sheets.Column(_("Supportive ties now"), lambda row: row.compared.supportive_now, "count"),
        sheets.Column(_("Restored"), lambda row: len(row.compared.restored), "count"),
        sheets.Column(_("Burdened or broken"), lambda row: row.strained, "count"),
        sheets.Column(_("Next by"), lambda row: row.next_on, "day"),
    ]
