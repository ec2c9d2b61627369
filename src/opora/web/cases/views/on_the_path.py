"""A case opened or closed as a step of the family's path: the same pages, and the step is taken with them."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.http import HttpRequest

from opora.access.rules import Actor
from opora.process import actions as process
from opora.process import queries as paths
from opora.process.rules.orders import Ending


def asked_path(request: HttpRequest) -> Any:
    """The path whose step opens the case, as the address names it; absent for who may not see it."""
    named = request.GET.get("route", "")
    actor: Actor = request.actor  # type: ignore[attr-defined]
    return paths.get_route(actor=actor, route_id=int(named)) if named.isdecimal() else None


def open_on_path(request: HttpRequest, open_it: Callable[[], Any], on: date) -> Any:
    """Open the case, by the step of its path where there is one; gives the case."""
    route = asked_path(request)
    if route is None:
        return open_it()
    actor: Actor = request.actor  # type: ignore[attr-defined]
    moved = process.take_step(
        actor=actor, route_id=route.pk, action=request.GET.get("step", ""), opening=open_it, on=on
    )
    return moved.case


def path_to_close(actor: Actor, case_id: int) -> Any:
    """The path that goes on with this case: the case is closed by one of its exits, never beside it."""
    route = paths.route_of_case(actor=actor, case_id=case_id)
    return route if route is not None and route.ended_on is None else None


def close_by_step(
    actor: Actor, route: Any, step: str, *, reason: str, summary: str, placements: dict[int, str], on: date
) -> None:
    """Close the case by a step of its path."""
    process.take_step(
        actor=actor,
        route_id=route.pk,
        action=step,
        reason=summary[:200],
        ending=Ending(reason=reason, summary=summary, placements=placements),
        on=on,
    )
