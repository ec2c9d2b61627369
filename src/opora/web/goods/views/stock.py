"""What lies where, one good with its lots, and what moved."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from opora.common.dates import today
from opora.goods import policies, queries, words
from opora.goods.queries.offered import CATEGORIES
from opora.web.goods.forms.stock import MovementFilterForm, StockFilterForm
from opora.web.goods.views.lists import places_for
from opora.web.shell import sheets
from opora.web.shell.asking import actor_of
from opora.web.shell.paging import Pager, page_asked, page_by_number, with_parameter

PAGE = 60
SOON = 30


def list_stock(request: HttpRequest) -> HttpResponse:
    """The stock list: what there is, how much of it is free, when the first of it goes off."""
    actor, on = actor_of(request), today()
    places = places_for(actor)
    form = StockFilterForm(request.GET or None, places=places)
    asked = form.cleaned_data if form.is_bound and form.is_valid() else {}
    filters = queries.StockFilters(
        place_id=asked.get("place"),
        category=asked.get("category", ""),
        words=asked.get("q", ""),
        state=asked.get("state", ""),
    )
    lines = queries.stock_now(actor=actor, filters=filters, on=on)
    names, categories = dict(places), dict(CATEGORIES)
    if sheets.is_asked(request):
        columns = _stock_columns(names, categories)
        return sheets.answer(request, name="stock", title=_("Stock list"), columns=columns, rows=lines)
    number = page_asked(request)
    low = queries.low_goods()
    shown = lines[(number - 1) * PAGE : number * PAGE]
    context = {
        "form": form,
        "rows": [
            (line, names.get(line.place_id, ""), categories[line.category], _state(line, low, on)) for line in shown
        ],
        "pager": page_by_number(request, number=number, has_next=len(lines) > number * PAGE),
        "is_filtered": any(asked.values()),
        "several": len(places) > 1,
        "has_places": bool(places),
        "stands": queries.how_it_stands(actor=actor, on=on),
        "waiting": queries.count_waiting(actor=actor),
        "may_manage": policies.may_manage(actor),
    }
    return render(request, "goods/stock.html", context)


def _state(line: queries.StockLine, low: set[int], on: date) -> str:
    """What there is to say of a line: gone off, going off, running low."""
    if line.earliest_expiry is not None and line.earliest_expiry < on:
        return "gone_off"
    if line.earliest_expiry is not None and (line.earliest_expiry - on).days <= SOON:
        return "soon"
    return "low" if line.good_id in low else ""


def _stock_columns(places: dict[Any, Any], categories: dict[str, Any]) -> list[sheets.Column]:
    return [
        sheets.Column(_("Where"), lambda line: places.get(line.place_id, "")),
        sheets.Column(_("Category"), lambda line: categories[line.category]),
        sheets.Column(_("Goods"), lambda line: line.good),
        sheets.Column(_("Size"), lambda line: line.size),
        sheets.Column(_("Unit"), lambda line: words.unit(line.unit)),
        sheets.Column(_("There is"), lambda line: float(line.quantity), "count"),
        sheets.Column(_("Put aside"), lambda line: float(line.reserved), "count"),
        sheets.Column(_("Good until"), lambda line: line.earliest_expiry, "day"),
    ]


def show_good(request: HttpRequest, good_id: int) -> HttpResponse:
    """A good: its lots, and what moved last."""
    actor = actor_of(request)
    good = queries.get_good(actor=actor, good_id=good_id)
    moved = queries.movements(actor=actor, filters=queries.MovementFilters(good_id=good_id), limit=15)
    context = {
        "good": good,
        "unit": words.unit(good.unit),
        "lots": queries.lots_of(actor=actor, good_id=good_id),
        "moved": moved,
        "on": today(),
        "may_manage": policies.may_manage(actor),
    }
    return render(request, "goods/good.html", context)


def list_movements(request: HttpRequest) -> HttpResponse:
    """The ledger, the newest first."""
    actor = actor_of(request)
    form = MovementFilterForm(request.GET or None, places=places_for(actor))
    asked = form.cleaned_data if form.is_bound and form.is_valid() else {}
    filters = queries.MovementFilters(
        words=asked.get("q", ""),
        kind=asked.get("kind", ""),
        place_id=asked.get("place"),
        category=asked.get("category", ""),
        from_on=asked.get("from_on"),
        to_on=asked.get("to_on"),
    )
    if sheets.is_asked(request):
        rows = queries.movements(actor=actor, filters=filters, limit=sheets.MOST + 1)
        title = _("Movements of goods")
        return sheets.answer(request, name="movements", title=title, columns=_movement_columns(), rows=rows)
    rows = queries.movements(actor=actor, filters=filters, before=day_and_number(request))
    shown, pager = page_by_day(request, rows, size=PAGE_OF_MOVEMENTS, day=lambda row: row.on)
    context = {"form": form, "rows": shown, "pager": pager, "is_filtered": any(asked.values())}
    return render(request, "goods/movements.html", context)


PAGE_OF_MOVEMENTS = 50


def day_and_number(request: HttpRequest) -> tuple[date, int] | None:
    """Below which day and number a page of a list begins."""
    day, _dot, number = request.GET.get("before", "").partition(".")
    try:
        return (date.fromisoformat(day), int(number)) if number.isdecimal() else None
    except ValueError:
        return None


def page_by_day(request: HttpRequest, rows: Any, *, size: int, day: Any) -> tuple[Any, Pager]:
    """One page of rows that stand by day and number, the newest first."""
    shown = rows[:size]
    older = None
    if len(rows) > size:
        older = with_parameter(request, "before", f"{day(shown[-1]).isoformat()}.{shown[-1].pk}")
    newer = with_parameter(request, "before", None) if request.GET.get("before") else None
    return shown, Pager(newer=newer, older=older)


def _movement_columns() -> list[sheets.Column]:
    return [
        sheets.Column(_("Day"), lambda row: row.on, "day"),
        sheets.Column(_("What was done"), lambda row: row.kind),
        sheets.Column(_("Goods"), lambda row: row.good),
        sheets.Column(_("Where"), lambda row: row.place),
        sheets.Column(_("Quantity"), lambda row: float(row.quantity), "count"),
        sheets.Column(_("Unit"), lambda row: row.unit),
        sheets.Column(_("Act"), lambda row: row.act),
        sheets.Column(_("Donor"), lambda row: row.donor),
        sheets.Column(_("Reason"), lambda row: row.reason or row.remark),
        sheets.Column(_("By whom"), lambda row: row.by),
    ]
