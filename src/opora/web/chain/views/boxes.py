"""A box that no indicator tells of: its figure, the cases behind it, and what it is to reach."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.access.rules import can
from opora.chain import actions, queries
from opora.chain.words import target_said
from opora.common.dates import today
from opora.common.errors import NotFound
from opora.common.language import said
from opora.indicators import policies
from opora.indicators.queries import targets_of_box
from opora.logic.queries import Published, model_in_force
from opora.programs.queries import list_programs
from opora.web.chain.forms import BoxTargetForm
from opora.web.chain.telling import asked_of, row_of
from opora.web.shell import cases_behind, sheets
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page
from opora.web.shell.paging import page_asked, page_by_number, query_without
from opora.web.shell.period_form import days_said

PAGE = 50


def show_box(request: HttpRequest, code: str, node: str) -> HttpResponse:
    """Its figure with its target, every target it was given, and the cases in this reader's sight, by codes."""
    actor = actor_of(request)
    form, period, program = asked_of(request, actor)
    published = model_in_force(code=code)
    asked: dict[str, Any] = {
        "actor": actor,
        "published": published,
        "node": node,
        "period": period,
        "program_id": program,
    }
    title = _text(published, node)
    if sheets.is_asked(request):
        rows = queries.cases_of_box(**asked, limit=sheets.MOST + 1)
        actions.note_box_read(actor=actor, model=published.code, node=node)
        return sheets.answer(request, name="box-cases", title=title, columns=cases_behind.columns(), rows=rows)
    number = page_asked(request)
    shown = queries.cases_of_box(**asked, limit=PAGE + 1, offset=(number - 1) * PAGE)
    actions.note_box_read(actor=actor, model=published.code, node=node)
    chain = queries.read_chain(actor=actor, code=code, period=period, program_id=program)
    standing = next(one for one in chain.boxes if one.node.code == node)
    context = {
        "code": published.code,
        "model_title": said(published.model.title),
        "node": node,
        "title": title,
        "form": form,
        "is_filtered": bool(request.GET),
        "period": days_said(period),
        "query": query_without(request, "page"),
        "row": row_of(published.model, standing, ""),
        "targets": [
            (one, target_said(one)) for one in targets_of_box(actor=actor, box=queries.box_of(published.code, node))
        ],
        "may_set": policies.may_set(actor),
        "cases": shown[:PAGE],
        "may_open": can(actor, "case.read"),
        "pager": page_by_number(request, number=number, has_next=len(shown) > PAGE),
    }
    return render(request, "chain/box.html", context)


def set_target(request: HttpRequest, code: str, node: str) -> HttpResponse:
    """What the box is to reach from a day on."""
    actor = actor_of(request)
    published = model_in_force(code=code)
    queries.counted_at(actor=actor, published=published, node=node)
    may_read = can(actor, policies.READ)
    back = reverse("chain:box", args=[code, node]) if may_read else reverse("logic:node", args=[code, node])
    form = BoxTargetForm(given(request), programs=list_programs(actor=actor), initial={"from_on": today()})
    return form_page(
        request,
        form,
        lambda typed: actions.set_target(
            actor=actor,
            published=published,
            node=node,
            program_id=typed["program"],
            way=typed["way"],
            value=typed["value"],
            from_on=typed["from_on"],
        ),
        template="chain/target.html",
        done=_("The target is set."),
        back=back,
        context={"lead": _text(published, node), "button": _("Set the target")},
    )


def _text(published: Published, node: str) -> str:
    found = published.model.node(node)
    if found is None:
        raise NotFound
    return said(found.text)
