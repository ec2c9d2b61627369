"""What the pages of one path's papers have in common."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from opora.papers import queries
from opora.process import queries as process
from opora.web.shell.asking import actor_of
from opora.web.shell.family_named import family_named
from opora.web.shell.form_page import form_page

if TYPE_CHECKING:
    from opora.families.models import Person
    from opora.process.models import Route


def workable(request: HttpRequest, route_id: int) -> "Route":
    """The path, for whoever may record things on it; a page says itself that the consent is withdrawn."""
    return process.workable(actor=actor_of(request), route_id=route_id, though_blocked=True)


def people_of(request: HttpRequest, route: "Route", *, children: bool = False) -> list[tuple[int, str]]:
    """The people of the family as this person may know them, for a list to choose from."""
    family = family_named(request, route)
    return [(one.person_id, one.label) for one in (family.children if children else family.present)]


def called(request: HttpRequest, route: "Route", person: "Person") -> str:
    """Somebody of the family as this person may know him or her: by name and role, or by code."""
    return family_named(request, route).called().get(person.pk, str(person.code))


def whose(request: HttpRequest, people: list[tuple[int, str]]) -> int | str:
    """Whom a paper is about to begin with: who was asked for by the address, or the parent, who comes first."""
    asked = request.GET.get("person", "")
    return asked or (people[0][0] if people else "")


def record(
    request: HttpRequest,
    form: forms.Form,
    act: Callable[[dict[str, Any]], Any],
    *,
    route: "Route",
    template: str,
    done: object,
    to: Callable[[Any], str] | None = None,
    context: dict[str, Any] | Callable[[], dict[str, Any]] | None = None,
    **places: str,
) -> HttpResponse:
    """Ask with a form about a path's papers, and go on to what was made or back to the papers."""

    def shown() -> dict[str, Any]:
        more = context() if callable(context) else context or {}
        return {"route": route, "terms": queries.waiting_terms(route), **more}

    return form_page(
        request,
        form,
        act,
        template=template,
        done=done,
        back=reverse("papers:panel", args=[route.pk]),
        to=to,
        context=shown,
        places=places,
        about={"route_id": route.pk, "case_id": route.case_id},
    )
