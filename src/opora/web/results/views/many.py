"""Results over many families, for whoever reads figures: the newest first."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from opora.access.queries import list_departments
from opora.access.rules import can
from opora.common.dates import today
from opora.programs.queries import list_programs
from opora.results import actions, queries
from opora.web.results.forms import ListForm
from opora.web.shell import search, sheets
from opora.web.shell.asking import actor_of
from opora.web.shell.paging import page_asked, page_by_number

ROWS = 25
MOST_PAGES = 400


def show_list(request: HttpRequest) -> HttpResponse:
    """Everything asked stands in the address; whoever does not work with a family sees its number and code alone."""
    actor = actor_of(request)
    form = ListForm(
        request.POST.copy() if request.method == "POST" else search.asked(request),
        concepts=queries.nameable(actor=actor),
        programs=[(one.pk, one.name) for one in list_programs(actor=actor)],
        departments=[(one.pk, one.name) for one in list_departments(actor=actor)],
    )
    if request.method == "POST" and (answer := search.narrowed(request, form)) is not None:
        return answer
    filters = form.filters()
    if sheets.is_asked(request):
        rows = actions.look_at_results(actor=actor, filters=filters, limit=sheets.MOST, on=today())
        return sheets.answer(request, name="results", title=_("Results of families"), columns=_columns(), rows=rows)
    number = page_asked(request, most=MOST_PAGES)
    found = actions.look_at_results(actor=actor, filters=filters, offset=(number - 1) * ROWS, limit=ROWS, on=today())
    lines, families = queries.count_results(actor=actor, filters=filters, on=today())
    context = {
        "form": form,
        "rows": found[:ROWS],
        "lines": lines,
        "families": families,
        "pager": page_by_number(request, number=number, has_next=len(found) > ROWS),
        "is_filtered": bool(set(request.GET) - {"page"}),
        "may_open": can(actor, "help.read"),
    }
    return render(request, "results/list.html", context, status=422 if request.method == "POST" else 200)


def _columns() -> list[sheets.Column]:
    """Numbers and codes; no name of a family leaves the house by it."""
    return [
        sheets.Column(_("Case number"), lambda row: row.number),
        sheets.Column(_("Client"), lambda row: row.client),
        sheets.Column(_("Person"), lambda row: row.person),
        sheets.Column(pgettext("results", "Result"), lambda row: row.title),
        sheets.Column(pgettext("results", "How it stands"), lambda row: row.state_said),
        sheets.Column(_("Day"), lambda row: row.on, "day"),
        sheets.Column(_("Reached on"), lambda row: row.since, "day"),
        sheets.Column(_("Seen by"), lambda row: row.seen_by),
        sheets.Column(_("Program"), lambda row: row.program),
        sheets.Column(_("Department"), lambda row: row.department),
    ]
