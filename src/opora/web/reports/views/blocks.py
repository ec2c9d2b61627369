"""Blocks of a report: chosen, filled in, moved, taken out."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from opora.reports import actions, policies, queries
from opora.reports.rules.kinds import KINDS
from opora.web.reports.forms import BlockForm, SureForm, start_of
from opora.web.reports.words import KINDS as NAMED
from opora.web.reports.words import title
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page
from opora.web.shell.intentions import once


def choose(request: HttpRequest, composed_id: int) -> HttpResponse:
    """Which kind of block to add, and behind which."""
    actor = actor_of(request)
    policies.check_may_compose(actor)
    report = queries.report_in_sight(actor=actor, report_id=composed_id)
    after = _after(request)
    query = f"?after={after}" if after is not None else ""
    lines = [(code, *named) for code, named in NAMED.items() if code in KINDS]
    return render(request, "reports/kinds.html", {"report": report, "kinds": lines, "query": query})


def add(request: HttpRequest, composed_id: int, kind: str) -> HttpResponse:
    """A new block."""
    actor = actor_of(request)
    policies.check_may_compose(actor)
    report = queries.report_in_sight(actor=actor, report_id=composed_id)
    if kind not in KINDS:
        raise Http404
    form = BlockForm(given(request), kind=kind, actor=actor)
    return form_page(
        request,
        form,
        lambda _typed: actions.add_block(
            actor=actor, report_id=composed_id, kind=kind, content=form.content(), after=_after(request)
        ),
        template="reports/block.html",
        done=_("The block is in the report."),
        back=reverse("reports:report", args=[composed_id]),
        to=lambda made: _place(composed_id, made.pk),
        context={"heading": title(kind), "lead": str(NAMED[kind][1]), "report": report, "part": None},
    )


def change(request: HttpRequest, block_id: int) -> HttpResponse:
    """What a block says and shows."""
    actor = actor_of(request)
    policies.check_may_compose(actor)
    block = queries.block_in_sight(actor=actor, block_id=block_id)
    form = BlockForm(given(request), kind=block.kind, actor=actor, initial=start_of(block))
    return form_page(
        request,
        form,
        lambda typed: actions.change_block(
            actor=actor, block_id=block_id, content=form.content(), revision=typed.get("revision")
        ),
        template="reports/block.html",
        done=_("Saved."),
        back=_place(block.report_id, block_id),
        context=lambda: _about(actor, block_id),
        renew=lambda: queries.block_in_sight(actor=actor, block_id=block_id).revision,
    )


@require_POST
def move(request: HttpRequest, block_id: int) -> HttpResponse:
    """One place up or down."""
    actor, up = actor_of(request), request.POST.get("way") == "up"
    return once(
        request,
        lambda: actions.move_block(actor=actor, block_id=block_id, up=up),
        done="",
        to=lambda block: _place(block.report_id, block_id),
    )


def drop(request: HttpRequest, block_id: int) -> HttpResponse:
    """Take a block out of the report."""
    actor = actor_of(request)
    policies.check_may_compose(actor)
    block = queries.block_in_sight(actor=actor, block_id=block_id)
    return form_page(
        request,
        SureForm(given(request)),
        lambda _typed: actions.drop_block(actor=actor, block_id=block_id),
        template="reports/form.html",
        done=_("The block is taken out."),
        back=reverse("reports:report", args=[block.report_id]),
        context={
            "heading": _("Take this block out?"),
            "lead": _("%(block)s. Reports taken before keep it.") % {"block": block.heading or title(block.kind)},
            "button": _("Take out"),
            "is_alarm": True,
        },
    )


def _about(actor: Any, block_id: int) -> dict[str, Any]:
    block = queries.block_in_sight(actor=actor, block_id=block_id)
    return {
        "heading": block.heading or title(block.kind),
        "lead": block.prompt or str(NAMED[block.kind][1]),
        "report": block.report,
        "part": block,
    }


def _place(composed_id: int, block_id: int) -> str:
    return f"{reverse('reports:report', args=[composed_id])}#b{block_id}"


def _after(request: HttpRequest) -> int | None:
    text = request.GET.get("after", "")
    return int(text) if text.isdecimal() and len(text) < 10 else None
