"""What the pages of a plan have in common: who writes, a form that records something, the way back to the plan."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from opora.common.dates import today
from opora.common.errors import NotFound
from opora.plans import policies, queries
from opora.process.queries import get_route
from opora.web.shell.asking import actor_of
from opora.web.shell.family_named import family_named
from opora.web.shell.form_page import form_page

if TYPE_CHECKING:
    from opora.process.models import Route


def plan_url(route_id: int, part: str = "") -> str:
    """The plan of this path, or a part of its page."""
    return reverse("plans:panel", args=[route_id]) + (f"#{part}" if part else "")


def writable(request: HttpRequest, route_id: int) -> queries.PlanPanel:
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
    return queries.named(page, family_named(request, page.route).called())


def writable_route(request: HttpRequest, route_id: int) -> "Route":
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
    route: "Route",
    template: str,
    done: object,
    part: str = "",
    context: dict[str, Any] | None = None,
    renew: Callable[[], int] | None = None,
    **places: str,
) -> HttpResponse:
    """Ask with a form about the plan and go back to it, to the part of its page that was changed."""
    return form_page(
        request,
        form,
        act,
        template=template,
        done=done,
        back=plan_url(route.pk, part),
        context={"route": route, **(context or {})},
        renew=renew,
        places=places,
        about={"route_id": route.pk, "case_id": route.case_id},
    )
