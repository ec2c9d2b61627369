"""An arrow of a model: what the records say of its two boxes, and the families behind each part of the answer."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from opora.access.rules import can
from opora.chain import actions, queries, words
from opora.chain.rules import Told
from opora.common.errors import NotFound
from opora.common.language import said
from opora.logic import words as logic_words
from opora.logic.queries import Published, model_in_force
from opora.logic.rules import Arrow
from opora.web.chain.telling import asked_of
from opora.web.shell import sheets
from opora.web.shell.asking import actor_of
from opora.web.shell.paging import page_asked, page_by_number, query_without
from opora.web.shell.period_form import days_said

PAGE = 50


def show_arrow(request: HttpRequest, code: str, start: str, end: str) -> HttpResponse:
    """What an arrow says of the families in work in a period, in sentences and figures."""
    actor = actor_of(request)
    form, period, program = asked_of(request, actor)
    published = model_in_force(code=code)
    arrow = queries.arrow_between(published, start, end)
    (answer,) = queries.read_arrows(actor=actor, published=published, arrows=[arrow], period=period, program_id=program)
    told, query = answer.told, request.GET.urlencode()
    context = {
        **_named(published, arrow),
        "form": form,
        "is_filtered": bool(request.GET),
        "period": days_said(period),
        "told": told,
        "lines": _lines(told),
        "parts": _parts(told, published, arrow, query),
        "reason": words.why_silent(answer),
        "silent_box": _text(published, answer.box) if answer.box else "",
        "cautions": words.cautions() if told is not None else [],
        "query": query,
    }
    return render(request, "chain/arrow.html", context)


def show_families(request: HttpRequest, code: str, start: str, end: str) -> HttpResponse:
    """The families behind one part of the answer, by codes; that somebody looked stands in the journal."""
    actor = actor_of(request)
    _form, period, program = asked_of(request, actor)
    published = model_in_force(code=code)
    arrow = queries.arrow_between(published, start, end)
    part = request.GET.get("part", "both")
    if part not in queries.PARTS:
        raise NotFound
    asked: dict[str, Any] = {
        "actor": actor,
        "published": published,
        "arrow": arrow,
        "period": period,
        "program_id": program,
        "part": part,
    }
    if sheets.is_asked(request):
        rows = queries.families_behind(**asked, limit=sheets.MOST + 1)
        actions.note_families_read(actor=actor, model=published.code, start=start, end=end)
        title = str(words.PART_TITLES[part])
        return sheets.answer(request, name="arrow-families", title=title, columns=_columns(), rows=rows)
    number = page_asked(request)
    shown = queries.families_behind(**asked, limit=PAGE + 1, offset=(number - 1) * PAGE)
    actions.note_families_read(actor=actor, model=published.code, start=start, end=end)
    context = {
        **_named(published, arrow),
        "period": days_said(period),
        "families": shown[:PAGE],
        "parts": [(name, str(title), name == part) for name, title in words.PART_TITLES.items()],
        "query": query_without(request, "part", "page"),
        "may_open": can(actor, "case.read"),
        "pager": page_by_number(request, number=number, has_next=len(shown) > PAGE),
    }
    return render(request, "chain/families.html", context)


def _named(published: Published, arrow: Arrow) -> dict[str, Any]:
    model = published.model
    return {
        "code": published.code,
        "model_title": said(model.title),
        "start": arrow.start,
        "end": arrow.end,
        "first": _text(published, arrow.start),
        "next": _text(published, arrow.end),
        "meaning": str(logic_words.MEANING_WORDS.get(arrow.meaning, arrow.meaning)),
    }


def _text(published: Published, code: str) -> str:
    node = published.model.node(code)
    return said(node.text) if node is not None else code


def _lines(told: Told | None) -> list[str]:
    """The answer in sentences, from what is known to what is not."""
    if told is None:
        return []
    lines = [words.first_said(told)] if told.first.known else []
    lines.append(words.days_said(told))
    lines += [words.against_said(told)] if told.against.known else []
    lines += [words.difference_said(told), words.unknown_said(told), words.earlier_said(told)]
    return [one for one in lines if one]


def _parts(told: Told | None, published: Published, arrow: Arrow, query: str) -> list[tuple[str, int, str]]:
    """Into which parts the families fall, each with the way to them."""
    if told is None:
        return []
    counts = told.counts
    sizes = {
        "both": counts.both,
        "open": counts.open_first,
        "only_first": told.first.known - told.first.n,
        "earlier": counts.earlier,
        "without": counts.without_next,
        "neither": told.against.known - told.against.n,
    }
    address = reverse("chain:families", args=[published.code, arrow.start, arrow.end])
    found = [
        (str(words.PART_TITLES[name]), size, f"{address}?{query}{'&' if query else ''}part={name}" if size else "")
        for name, size in sizes.items()
    ]
    return [*found, (pgettext("arrow", "neither of them yet, still in work"), told.against.unknown, "")]


def _columns() -> list[sheets.Column]:
    return [
        sheets.Column(_("Case"), lambda row: row.number),
        sheets.Column(_("Code"), lambda row: row.code),
        sheets.Column(_("Department"), lambda row: row.department),
        sheets.Column(pgettext("arrow", "The first on"), lambda row: row.first_on, "day"),
        sheets.Column(pgettext("arrow", "The next on"), lambda row: row.next_on, "day"),
        sheets.Column(_("Days"), lambda row: row.days, "count"),
    ]
