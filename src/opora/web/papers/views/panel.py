"""The papers of a path at a glance."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from opora.access.rules import Actor, can
from opora.common.dates import today
from opora.papers import queries
from opora.process import queries as process
from opora.process.policies import is_blocked
from opora.web.shell.asking import actor_of
from opora.web.shell.family_named import family_named

if TYPE_CHECKING:
    from opora.process.models import Route


def show_panel(request: HttpRequest, route_id: int) -> HttpResponse:
    """What is there and what is missing."""
    actor = actor_of(request)
    route = process.get_route(actor=actor, route_id=route_id)
    names = family_named(request, route).called()
    return render(request, "papers/panel.html", _context_of(actor, route, names))


def _named(papers: Iterable[Any], names: Mapping[int, str]) -> list[Any]:
    """The same papers, each with whose it is as this person may know it."""
    found = list(papers)
    for one in found:
        one.who = names.get(one.person_id, one.person.code)
    return found


def _with_reasons(lines: list[Any]) -> list[dict[str, Any]]:
    """The lines of the checklist, copies attached by mistake each with the reason."""
    why = queries.why_taken_back([one for line in lines for one in line.taken_back])
    return [
        {
            "kind": line.kind,
            "title": line.title,
            "is_needed": line.is_needed,
            "is_missing": line.is_missing,
            "on": line.on,
            "files": line.files,
            "crossed_out": [(one, why.get(one.pk, "")) for one in line.taken_back],
        }
        for line in lines
    ]


def _context_of(actor: Actor, route: "Route", names: Mapping[int, str]) -> dict[str, Any]:
    """Checklist, consents, files, letters and notices of a path, by days."""
    lines = queries.checklist(route)
    return {
        "route": route,
        "lines": _with_reasons(lines),
        "filed": process.papers_of(route),
        "missing": sum(line.is_missing for line in lines),
        "consents": _named(queries.consents_of(route), names),
        "letters": _named(queries.letters_of(route), names),
        "notices": queries.timed(route, queries.notices_of(route)),
        "histories": [(one, names.get(one.child_id, one.child.code)) for one in queries.histories_of(route)],
        "terms": queries.waiting_terms(route),
        "act": (act := queries.act_of(route) if is_blocked(route) else None),
        "may_destroy": can(actor, "data.destroy"),
        "may_work": act is None and process.may_work(actor=actor, route=route),
        "is_open": route.ended_on is None,
        "today": today(),
    }
