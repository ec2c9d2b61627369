"""The log of services of the organization, and the sums of a period."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from opora.access.queries import workers_under
from opora.access.rules import can
from opora.common.dates import today
from opora.services import queries
from opora.services.actions import note_log_read
from opora.services.queries.log import PAGE
from opora.web.services.forms import LogForm, TotalsForm
from opora.web.services.views.family import key_of
from opora.web.shell import search, sheets
from opora.web.shell.asking import actor_of
from opora.web.shell.paging import Pager, with_parameter


def show_log(request: HttpRequest) -> HttpResponse:
    """Services this person sees, the newest first, narrowed by what the address says."""
    actor = actor_of(request)
    sent = request.POST.copy() if request.method == "POST" else search.asked(request)
    form = LogForm(
        sent,
        directions=queries.direction_options(),
        services=queries.service_options(),
        workers=workers_under(actor=actor),
    )
    if request.method == "POST" and (answer := search.narrowed(request, form)) is not None:
        return answer
    filters = form.filters()
    note_log_read(actor=actor)
    if sheets.is_asked(request):
        rows = queries.service_log(actor=actor, filters=filters, limit=sheets.MOST)
        return sheets.answer(request, name="services", title=_("Log of services"), columns=_columns(), rows=rows)
    before = key_of(request)
    found = queries.service_log(actor=actor, filters=filters, before=before)
    rows, has_more = found[:PAGE], len(found) > PAGE
    context = {
        "form": form,
        "rows": rows,
        "pager": Pager(
            newer=with_parameter(request, "before", None) if before else None,
            older=with_parameter(request, "before", rows[-1].key) if has_more else None,
        ),
        "is_filtered": bool(set(request.GET) - {"before"}),
        "may_record": can(actor, "help.record"),
    }
    return render(request, "services/log.html", context, status=422 if request.method == "POST" else 200)


def show_totals(request: HttpRequest) -> HttpResponse:
    """What was given in a period: how often, to how many families and people, for how many hours."""
    actor = actor_of(request)
    on = today()
    form = TotalsForm({"from": on.replace(month=1, day=1), "to": on, "by": "direction", **request.GET.dict()})
    asked: dict[str, Any] = form.cleaned_data if form.is_valid() else {"from": None, "to": None, "by": "direction"}
    total, groups = queries.count_services(actor=actor, by=asked["by"], start=asked["from"], end=asked["to"])
    if sheets.is_asked(request):
        return sheets.answer(request, name="services-totals", title=_("Services"), columns=_sums(), rows=groups)
    context = {
        "form": form,
        "total": total,
        "groups": groups,
        # Two services may be called alike; nothing else is told apart by its code.
        "has_codes": asked["by"] == "service",
        "is_filtered": bool(request.GET),
    }
    return render(request, "services/totals.html", context)


def _columns() -> list[sheets.Column]:
    def of(name: str) -> Any:
        return lambda line: getattr(line, name)

    return [
        sheets.Column(_("Day"), of("on"), "day"),
        sheets.Column(_("Direction"), of("direction")),
        sheets.Column(_("Service"), of("title")),
        sheets.Column(_("Case"), of("case_number")),
        sheets.Column(_("Client"), of("client")),
        sheets.Column(_("Who gave it"), of("giver")),
        sheets.Column(_("How"), of("format")),
        sheets.Column(_("Whose service"), of("provider")),
        sheets.Column(_("Minutes"), of("minutes"), "count"),
        sheets.Column(_("People"), of("people"), "count"),
        sheets.Column(_("What came of it"), of("state_label")),
        sheets.Column(_("Counts in the sums"), lambda line: int(line.is_counted and line.state == "held"), "count"),
    ]


def _sums() -> list[sheets.Column]:
    return [
        sheets.Column(_("What"), lambda group: group.name),
        sheets.Column(_("Times"), lambda group: group.totals.count, "count"),
        sheets.Column(_("Families"), lambda group: group.totals.families, "count"),
        sheets.Column(_("People"), lambda group: group.totals.people, "count"),
        sheets.Column(pgettext("services", "Hours"), lambda group: group.totals.hours, "count"),
    ]
