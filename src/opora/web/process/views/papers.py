"""Papers of the path that lie elsewhere: recorded as seen, or taken back when recorded by mistake."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from opora.common.dates import today
from opora.common.errors import NotFound
from opora.common.language import said
from opora.pathways.rules import Fact
from opora.process import actions, queries
from opora.web.process.forms import PaperForm
from opora.web.process.views.route import route_context
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page
from opora.web.shell.middleware import say


def file_paper(request: HttpRequest, route_id: int) -> HttpResponse:
    """Record that a paper is there; the ones that the present stage waits for are offered first."""
    actor = actor_of(request)
    found = queries.route_file(actor=actor, route_id=route_id)
    if not found.may_work or found.has_ended:
        raise NotFound
    form = PaperForm(
        given(request),
        kinds=[(kind, said(found.definition.documents[kind])) for kind in _by_need(found)],
        brought=_decisions(found),
        initial={"kind": request.GET.get("kind", "") or next(iter(_lacking(found)), "")},
    )

    def act(typed: dict[str, Any]) -> None:
        actions.file_seen_paper(actor=actor, route_id=route_id, **typed)

    return form_page(
        request,
        form,
        act,
        template="process/file_paper.html",
        done=_("The paper is filed."),
        back=reverse("process:route", args=[route_id]),
        context=lambda: route_context(actor, found),
    )


@require_POST
def withdraw_paper(request: HttpRequest, route_id: int, paper_id: int) -> HttpResponse:
    """Take back a paper that was recorded by mistake; it stays readable as withdrawn."""
    actor = actor_of(request)
    found = queries.route_file(actor=actor, route_id=route_id)
    line = next((one for one in found.papers if one.paper.pk == paper_id), None)
    if line is None or not found.may_work or not line.may_be_withdrawn:
        raise NotFound
    actions.withdraw_paper(actor=actor, route_id=route_id, kind=line.paper.kind, source=line.paper.source, on=today())
    say(request, _("The paper is withdrawn."))
    return HttpResponseRedirect(reverse("process:route", args=[route_id]))


def _lacking(found: queries.RouteFile) -> list[str]:
    """The papers that the steps to come wait for."""
    known = found.definition.documents
    return [lack.id for one in found.options for lack in one.lacks if lack.kind == "document" and lack.id in known]


def _by_need(found: queries.RouteFile) -> list[str]:
    """The papers of the process, those that steps of the present stage ask for in front."""
    return list(dict.fromkeys([*_wanted(found), *found.definition.documents]))


def _wanted(found: queries.RouteFile) -> list[str]:
    """The papers that steps of the present stage ask for."""
    return [
        kind
        for action in found.definition.actions_at(found.route.stage).values()
        for kind in action.documents
        if kind in found.definition.documents
    ]


def _decisions(found: queries.RouteFile) -> dict[str, Mapping[str, Fact]]:
    """What the papers that this stage waits for may say: at another stage a decision would count for nothing."""
    brought = {kind: found.definition.facts_of_paper(kind) for kind in _wanted(found)}
    return {kind: facts for kind, facts in brought.items() if facts}
