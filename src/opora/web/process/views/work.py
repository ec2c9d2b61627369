"""The work list: families that wait for a step."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from opora.access.queries import workers_under
from opora.access.rules import Scope, scope
from opora.cases.queries import programs_of
from opora.common.dates import today
from opora.common.planning import planned_once
from opora.process import queries
from opora.reminders.words import LATE, lateness
from opora.web.process.forms import WorkForm
from opora.web.shell import search, sheets
from opora.web.shell.asking import actor_of, given
from opora.web.shell.paging import page_by_number

SIZE = 25


@planned_once()
def list_work(request: HttpRequest) -> HttpResponse:
    """Paths that go on, the most pressing first; one's own unless asked otherwise, or unless one walks none."""
    actor = actor_of(request)
    wide = scope(actor, "intake.work") > Scope.TEAM
    sent = given(request) or request.GET or None
    form = WorkForm(sent, programs=programs_of(), wide=wide, workers=workers_under(actor=actor))
    if request.method == "POST" and (answer := search.narrowed(request, form)) is not None:
        return answer
    asked = form.asked()
    number = asked.pop("page")
    on = today()
    is_sheet = sheets.is_asked(request)
    cut = {"limit": sheets.MOST + 1} if is_sheet else {"offset": (number - 1) * SIZE, "limit": SIZE}
    page = queries.work_list(actor=actor, on=on, **cut, **asked)
    if wide and not page.rows and not set(sent or ()) - {"page", sheets.ASKED}:
        # Whoever leads and walks no path reads of those that colleagues walk, not of none.
        form = WorkForm({"whose": "all"}, programs=programs_of(), wide=wide, workers=workers_under(actor=actor))
        asked |= {"mine": False}
        page = queries.work_list(actor=actor, on=on, **cut, **asked)
    if is_sheet:
        rows = page.rows
        return sheets.answer(request, name="paths", title=_("Families on their way"), columns=_columns(), rows=rows)
    context = {
        "form": form,
        "rows": page.rows,
        "pager": page_by_number(request, number=number, has_next=page.has_more),
        "is_filtered": bool(set(request.GET) - {"page"}),
        "asked": asked,
    }
    return render(request, "process/work.html", context, status=422 if request.method == "POST" else 200)


def _columns() -> list[sheets.Column]:
    return [
        sheets.Column(_("Path"), lambda row: row.route.pk, "count"),
        sheets.Column(_("Case number"), lambda row: row.route.case.number if row.route.case else ""),
        sheets.Column(_("Client"), lambda row: row.route.case.client.code if row.route.case else ""),
        sheets.Column(_("Program"), lambda row: row.route.program.name),
        sheets.Column(_("Department"), lambda row: row.route.department.name),
        sheets.Column(_("Stage"), lambda row: row.stage_title),
        sheets.Column(_("At this stage since"), lambda row: row.route.entered_on, "day"),
        sheets.Column(_("Due"), lambda row: row.route.due_on, "day"),
        sheets.Column(capfirst(LATE), lambda row: lateness(row.route.due_on, today()) if row.is_late else ""),
        sheets.Column(_("Who answers for it"), lambda row: row.route.worker.name if row.route.worker else ""),
    ]
