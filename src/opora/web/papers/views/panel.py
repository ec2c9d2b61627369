"""The papers of a path at a glance."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from opora.access.rules import Actor, can
from opora.common.dates import today
from opora.papers import queries
from opora.process import queries as process
from opora.process.policies import is_blocked
from opora.web.shell.asking import actor_of


def show_panel(request: HttpRequest, route_id: int) -> HttpResponse:
    """What is there and what is missing: a panel of the path, and a page of its own."""
    actor = actor_of(request)
    route = process.get_route(actor=actor, route_id=route_id)
    is_panel = request.headers.get("HX-Request") == "true"
    return render(request, "papers/_panel.html" if is_panel else "papers/panel.html", context_of(actor, route))


def context_of(actor: Actor, route: Any) -> dict[str, Any]:
    """Checklist, consents, files, letters and notices of a path, by days and codes."""
    lines = queries.checklist(route)
    return {
        "route": route,
        "lines": lines,
        "filed": process.papers_of(route),
        "missing": sum(line.is_missing for line in lines),
        "consents": queries.consents_of(route),
        "letters": queries.letters_of(route),
        "notices": queries.timed(route, queries.notices_of(route)),
        "histories": queries.histories_of(route),
        "terms": queries.waiting_terms(route),
        "act": (act := queries.act_of(route) if is_blocked(route) else None),
        "may_destroy": can(actor, "data.destroy"),
        "may_work": act is None and process.may_work(actor=actor, route=route),
        "is_open": route.ended_on is None,
        "today": today(),
    }
