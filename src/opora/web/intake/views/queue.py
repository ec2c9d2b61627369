"""The queue of signals."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.access.queries import workers_under
from opora.access.rules import can
from opora.common.dates import local, today
from opora.intake import policies, queries
from opora.intake.queries import QueueFilters, QueuePage
from opora.web.intake.forms.signals import QueueForm
from opora.web.shell import search, sheets
from opora.web.shell.asking import actor_of
from opora.web.shell.paging import Pager, page_by_key, page_by_number


def list_signals(request: HttpRequest) -> HttpResponse:
    """Signals this person may see; at first the undecided ones, the most pressing on top."""
    actor = actor_of(request)
    given = request.POST.copy() if request.method == "POST" else search.asked(request)
    given.setdefault("state", "undecided")
    words = queries.channel_words()
    form = QueueForm(given, channels=list(words.items()), workers=workers_under(actor=actor))
    if request.method == "POST" and (answer := search.narrowed(request, form)) is not None:
        return answer
    filters = form.filters()
    if sheets.is_asked(request):
        rows = queries.list_signals(actor=actor, filters=filters, on=today(), limit=sheets.MOST + 1).rows
        return sheets.answer(request, name="signals", title=_("Signals"), columns=_columns(words), rows=rows)
    number, before = _number(request, "page") or 1, _number(request, "before")
    page = queries.list_signals(actor=actor, filters=filters, on=today(), page=number, before_id=before)
    context = {
        "form": form,
        "filters": filters,
        "rows": [(row, words.get(row.channel, row.channel)) for row in page.rows],
        "late": page.late,
        "pager": _pager(request, page, filters, number),
        "may_register": policies.may_register(actor),
        "is_filtered": bool(set(request.GET) - {"page", "before"}),
        "may_keep_channels": can(actor, "practice.manage"),
        "help_address": request.build_absolute_uri(reverse("intake:help")),
    }
    return render(request, "intake/list.html", context, status=422 if request.method == "POST" else 200)


def _columns(words: Mapping[str, str]) -> list[sheets.Column]:
    return [
        sheets.Column(_("Number"), lambda row: row.id, "count"),
        sheets.Column(_("Received"), lambda row: local(row.received_at).replace(tzinfo=None), "day"),
        sheets.Column(_("Channel"), lambda row: words.get(row.channel, row.channel)),
        sheets.Column(_("Source"), lambda row: row.source),
        sheets.Column(_("Urgency"), lambda row: row.urgency),
        sheets.Column(_("Children"), lambda row: row.children_count, "count"),
        sheets.Column(_("Risk to the child"), lambda row: row.child_risk),
        sheets.Column(_("Decision"), lambda row: row.outcome),
        sheets.Column(_("Answer by"), lambda row: row.answer_by, "day"),
        sheets.Column(_("Department"), lambda row: row.department),
    ]


def _pager(request: HttpRequest, page: QueuePage, filters: QueueFilters, number: int) -> Pager:
    if filters.state == "undecided":
        return page_by_number(request, number=number, has_next=page.has_more)
    rows = [*page.rows, *page.rows[-1:]] if page.has_more else page.rows
    return page_by_key(request, rows, size=len(page.rows))[1]


def _number(request: HttpRequest, name: str) -> int | None:
    text = request.GET.get(name, "")
    return int(text) if text.isdecimal() and 0 < len(text) < 10 and int(text) else None
