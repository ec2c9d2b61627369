"""What the pages of the sheet have in common: the sheet or a whole page, the way back, people by name."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from opora.common.dates import today
from opora.families.queries import NamedFamily
from opora.process.queries import Place


def is_sheet(request: HttpRequest) -> bool:
    """Whether the sheet over a page asks; without a script whole pages do."""
    return request.headers.get("HX-Request") == "true"


def show(request: HttpRequest, name: str, context: Mapping[str, Any], status: int = 200) -> HttpResponse:
    """The sheet alone, or the page that holds it."""
    shown = {**context, "sheet": f"life/_{name}.html", "today": today(), "is_sheet": is_sheet(request)}
    template = f"life/_{name}.html" if is_sheet(request) else "life/page.html"
    return render(request, template, shown, status=status)


def way_back(request: HttpRequest, fallback: str = "/") -> str:
    """The page one came from, if it is one of ours."""
    asked = request.POST.get("back") or request.GET.get("back") or ""
    is_ours = url_has_allowed_host_and_scheme(asked, allowed_hosts=None) and asked.startswith("/")
    return asked if is_ours else fallback


def place_keys(place: Place) -> dict[str, int]:
    """How the addresses of a place begin: by its case, or by its path."""
    return {"case_id": place.case_id} if place.case_id is not None else {"route_id": place.route_id or 0}


def address(name: str, place: Place, **more: Any) -> str:
    """An address of this place: ``record`` is cases/5/record/… or routes/7/record/…."""
    keys = place_keys(place)
    kind = "case" if "case_id" in keys else "route"
    full = kind if name == "life" else f"{kind}_{name}"
    return reverse(f"life:{full}", kwargs={**keys, **more})


def home_of(place: Place) -> str:
    """The page of the family."""
    if place.case_id is not None:
        return reverse("cases:file", args=[place.case_id])
    return reverse("process:route", args=[place.route_id])


def title_of(place: Place, family: NamedFamily | None = None) -> str:
    """The family by its name for whoever may know it, else by the number of its case or path."""
    client_id = place.case.client_id if place.case is not None else None
    if family is not None and family.may_read_names and (title := family.title(client_id)):
        return title
    if place.case is not None:
        return _("Case %(number)s") % {"number": place.case.number}
    return _("Path %(n)s") % {"n": place.route_id}


def names_of(family: NamedFamily) -> dict[int, str]:
    """What people are called at home; nobody who is known by code only."""
    return {one.person_id: one.given for one in family.people if one.given != one.code}


def member_choices(family: NamedFamily) -> list[tuple[int, str]]:
    """The people of the family, adults first, by the name they are called by, else by code and role."""
    return [
        (one.person_id, one.given if one.given != one.code else one.label) for one in [*family.adults, *family.children]
    ]
