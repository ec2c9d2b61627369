"""What the pages of a plan have in common: who writes, a form that records something, the way back to the plan."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from opora.common.dates import today
from opora.common.errors import NotFound
from opora.plans import policies, queries
from opora.process.queries import get_route
from opora.web.shell.asking import actor_of
from opora.web.shell.forms import carry_out
from opora.web.shell.middleware import say


def plan_url(route_id: int, part: str = "") -> str:
    """The plan of this path, or a part of its page."""
    return reverse("plans:panel", args=[route_id]) + (f"#{part}" if part else "")


def writable(request: HttpRequest, route_id: int) -> Any:
    """The plan in short, for whoever may write it; what a form sends is judged by the action itself."""
    found = queries.plan_panel(actor=actor_of(request), route_id=route_id, on=today())
    if not found.may_write and request.method != "POST":
        raise NotFound
    return found


def writable_page(request: HttpRequest, route_id: int) -> queries.PlanPage:
    """The whole plan, for whoever may write it."""
    page = queries.plan_page(actor=actor_of(request), route_id=route_id, on=today())
    if not page.may_write and request.method != "POST":
        raise NotFound
    return page


def writable_route(request: HttpRequest, route_id: int) -> Any:
    """The path of a plan, for whoever may write it."""
    actor = actor_of(request)
    route = get_route(actor=actor, route_id=route_id)
    if request.method != "POST" and not policies.may_write(actor, route):
        raise NotFound
    return route


def record(
    request: HttpRequest,
    form: forms.Form,
    act: Callable[[dict[str, Any]], Any],
    *,
    route: Any,
    template: str,
    done: object,
    part: str = "",
    context: dict[str, Any] | None = None,
    renew: Callable[[], dict[str, int]] | None = None,
    **places: str,
) -> HttpResponse:
    """Ask with a form, carry the action out, say so and go back to the plan.

    `renew` reads the numbers of the record as it is now, for the next try after somebody else was quicker.
    """
    back = plan_url(route.pk, part)
    if form.is_bound and carry_out(form, act, **places):
        say(request, done)
        return HttpResponseRedirect(back)
    if form.is_bound and renew and form.non_field_errors():
        form.renew(**renew())  # type: ignore[attr-defined]
    shown = {"form": form, "route": route, "back": back, **(context or {})}
    return render(request, template, shown, status=422 if form.is_bound else 200)
