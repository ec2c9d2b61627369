"""The list of groups and events, and what they come to in a period."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from opora.access.queries import workers_under
from opora.access.rules import can
from opora.common.dates import today
from opora.groups import queries
from opora.web.groups.forms import FilterForm
from opora.web.shell import search, sheets
from opora.web.shell.asking import actor_of
from opora.web.shell.paging import page_asked, page_by_number


def show_list(request: HttpRequest) -> HttpResponse:
    """Groups and events, the newest first, narrowed by what the address says."""
    actor, on = actor_of(request), today()
    sent = request.POST.copy() if request.method == "POST" else search.asked(request)
    form = FilterForm(sent, workers=workers_under(actor=actor))
    if request.method == "POST" and (answer := search.narrowed(request, form)) is not None:
        return answer
    filters = form.filters()
    if sheets.is_asked(request):
        rows, _more = queries.list_groups(actor=actor, filters=filters, on=on, limit=sheets.MOST)
        return sheets.answer(request, name="groups", title=_("Groups and events"), columns=_columns(), rows=rows)
    number = page_asked(request)
    rows, has_more = queries.list_groups(actor=actor, filters=filters, on=on, page=number)
    is_filtered = bool(set(request.GET) - {"page"})
    context = {
        "form": form,
        "rows": rows,
        # All that was ever held is summed up only for whoever asks for a part of it: of a year, a leader, a kind.
        "sums": queries.sums_of(actor=actor, filters=filters, on=on) if is_filtered else None,
        "pager": page_by_number(request, number=number, has_next=has_more),
        "is_filtered": is_filtered,
        "may_record": can(actor, "help.record"),
    }
    return render(request, "groups/list.html", context, status=422 if request.method == "POST" else 200)


def _columns() -> list[sheets.Column]:
    def of(name: str) -> Any:
        return lambda line: getattr(line, name)

    return [
        sheets.Column(pgettext("group", "Title"), of("title")),
        sheets.Column(_("What it is"), of("kind")),
        sheets.Column(_("Service"), of("service")),
        sheets.Column(_("First day"), of("from_on"), "day"),
        sheets.Column(_("Last day"), of("until_on"), "day"),
        sheets.Column(_("Who leads it"), of("leaders")),
        sheets.Column(_("Meetings planned"), of("sessions"), "count"),
        sheets.Column(_("Meetings held"), of("held"), "count"),
        sheets.Column(_("Unique people"), of("people"), "count"),
        sheets.Column(_("Attendances"), of("attendances"), "count"),
        sheets.Column(_("Not registered"), of("heads"), "count"),
    ]
