"""What the pages of one path have in common: a form that records something, and the way back."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.process import queries as process
from opora.web.shell.asking import actor_of
from opora.web.shell.family_place import path_called
from opora.web.shell.form_page import form_page

if TYPE_CHECKING:
    from opora.process.models import Route, WorkRecord


def workable(request: HttpRequest, route_id: int) -> "Route":
    """The path, for whoever may record things on it; a page says itself that the consent is withdrawn."""
    return process.workable(actor=actor_of(request), route_id=route_id, though_blocked=True)


@dataclass(frozen=True, slots=True)
class Back:
    """Where a page of a path leads back to, and how that is called."""

    url: str
    title: str


def back_of(route: "Route") -> Back:
    """The page of the family, called by its case, by the signal it began with, or by its path."""
    return Back(reverse("process:route", args=[route.pk]), path_called(route))


def back_of_record(record: "WorkRecord") -> Back:
    """The same for a record that lies on a path, or on a case that has none: then the page of the case."""
    if record.route is not None:
        return back_of(record.route)
    return Back(reverse("cases:file", args=[record.case_id]), _("The case"))


def record(
    request: HttpRequest,
    form: forms.Form,
    act: Callable[[dict[str, Any]], Any],
    *,
    route: "Route",
    template: str,
    done: object,
    to: Callable[[Any], str] | None = None,
    context: dict[str, Any] | None = None,
    **places: str,
) -> HttpResponse:
    """Ask with a form about a path, and go on to what was made or back to the path."""
    back = back_of(route)
    return form_page(
        request,
        form,
        act,
        template=template,
        done=done,
        back=back.url,
        to=to,
        context={"route": route, "back": back, **(context or {})},
        places=places,
        about={"route_id": route.pk, "case_id": route.case_id},
    )
