"""The versions of a plan: every one stays readable, and says what was changed and why."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from opora.common.dates import today
from opora.plans import actions, queries
from opora.web.plans.telling import tell_change, tell_content
from opora.web.shell.asking import actor_of

# So many versions stand on the page of the plan; the others on a page of their own.
SHOWN = 3


def list_versions(request: HttpRequest, route_id: int) -> HttpResponse:
    """All versions, the newest first."""
    actor = actor_of(request)
    panel = queries.plan_panel(actor=actor, route_id=route_id, on=today())
    lines = queries.plan_versions(actor=actor, route_id=route_id)
    is_part = request.headers.get("HX-Request") == "true"
    shown = {"route": panel.route, "versions": lines[:SHOWN] if is_part else lines, "has_more": len(lines) > SHOWN}
    return render(request, "plans/_versions_card.html" if is_part else "plans/versions.html", shown)


def show_version(request: HttpRequest, route_id: int, number: int) -> HttpResponse:
    """One version as it was agreed on, and what it changed."""
    view = actions.read_version(actor=actor_of(request), route_id=route_id, number=number)
    words = queries.goal_words(view.route)
    shown = {
        "view": view,
        "line": view.line,
        "route": view.route,
        "changes": [tell_change(change, view.content, words) for change in view.changes],
        "version": tell_content(view.content, words),
    }
    return render(request, "plans/version.html", shown)
