"""A logic model with its figures: the picture, the same as a list, and as a workbook."""

from dataclasses import asdict
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from opora.chain.queries import BoxStanding, read_chain
from opora.common.language import said
from opora.indicators.queries import being_counted
from opora.logic.picturing import legend_lines, picture_of
from opora.logic.queries import model_in_force, models_in_force
from opora.pictures.logic_model import logic_model, spread
from opora.web.chain.telling import (
    Row,
    arrow_rows,
    arrow_url,
    asked_of,
    counts_of,
    drawn_under,
    row_of,
    url_of,
)
from opora.web.shell import sheets as sheets_of_lists
from opora.web.shell.asking import actor_of
from opora.web.shell.counting import counting_page
from opora.web.shell.drawing import as_drawing
from opora.web.shell.period_form import days_said


def list_models(request: HttpRequest) -> HttpResponse:
    """Every model in force, to be opened with its figures."""
    lines = [
        (one.code, said(one.model.title), said(one.model.about) if one.model.about else "") for one in models_in_force()
    ]
    return render(request, "chain/list.html", {"lines": lines})


def show_model(request: HttpRequest, code: str) -> HttpResponse:
    """The model in force with a figure in each box of which something can be said."""
    actor = actor_of(request)
    form, period, program = asked_of(request, actor)
    counting = being_counted(actor=actor, period=period, program_ids=() if program is None else (program,))
    if counting is not None and not sheets_of_lists.is_asked(request):
        return counting_page(request, heading=said(model_in_force(code=code).model.title), **asdict(counting))
    chain = read_chain(actor=actor, code=code, period=period, program_id=program)
    model = chain.published.model
    query = request.GET.urlencode()
    rows = [row_of(model, one, query) for one in chain.boxes]
    if sheets_of_lists.is_asked(request):
        title = said(model.title)
        return sheets_of_lists.answer(request, name="chain", title=title, columns=_columns(), rows=rows)
    standings = {one.node.code: one for one in chain.boxes}

    def link(node: Any) -> str:
        first = standings[node.code].standing.first
        explained = url_of(first, query) if first is not None else ""
        if not explained and standings[node.code].standing.tally is not None:
            explained = reverse("chain:box", args=[model.code, node.code]) + (f"?{query}" if query else "")
        return explained or reverse("logic:node", args=[model.code, node.code])

    picture = picture_of(
        model, link, lambda node: drawn_under(standings[node.code]), lambda one: arrow_url(model.code, one, query)
    )
    context = {
        "code": chain.published.code,
        "title": said(model.title),
        "form": form,
        "is_filtered": bool(request.GET),
        "period": days_said(period),
        "counts": counts_of(chain.boxes),
        "drawing": as_drawing(logic_model(picture)),
        "spread": as_drawing(spread(picture)),
        "legend": legend_lines(model),
        "parts": _parts(chain.boxes, rows, model),
        "missed": [row for row in rows if row.holds is False],
        "arrows": arrow_rows(model, query),
        "assumptions": [(one.assumption.source, row_of(model, one, query)) for one in chain.assumptions],
    }
    return render(request, "chain/model.html", context)


def _parts(boxes: tuple[BoxStanding, ...], rows: list[Row], model: Any) -> list[tuple[str, list[Row]]]:
    """The list by columns, in their order: the way on a phone."""
    found: dict[str, list[Row]] = {level.code: [] for level in model.levels}
    for box, row in zip(boxes, rows, strict=True):
        found.setdefault(box.node.level, []).append(row)
    return [(said(level.title), found[level.code]) for level in model.levels if found[level.code]]


def _columns() -> list[sheets_of_lists.Column]:
    return [
        sheets_of_lists.Column(_("Source"), lambda row: row.source),
        sheets_of_lists.Column(pgettext("chain", "Column"), lambda row: row.level),
        sheets_of_lists.Column(pgettext("chain", "Box"), lambda row: row.text),
        sheets_of_lists.Column(pgettext("chain", "How it is seen"), lambda row: row.state),
        sheets_of_lists.Column(_("Indicators"), lambda row: "; ".join(one.title for one in row.figures)),
        sheets_of_lists.Column(pgettext("chain", "Value"), lambda row: "; ".join(one.value for one in row.figures)),
        sheets_of_lists.Column(
            pgettext("chain", "What it rests on"), lambda row: "; ".join(one.rests_on for one in row.figures)
        ),
        sheets_of_lists.Column(
            pgettext("chain", "Target"), lambda row: row.target or "; ".join(one.target for one in row.figures)
        ),
        sheets_of_lists.Column(pgettext("chain", "Why there is no figure"), lambda row: row.reason),
    ]
