"""What the pages of the sheet have in common: the sheet or a whole page, the way back, people by name."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from opora.common.dates import today
from opora.life.queries import Offer
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


def title_of(place: Place) -> str:
    """The family as pages call it before a name is opened."""
    if place.case is not None:
        return _("Case %(number)s") % {"number": place.case.number}
    return _("Path %(n)s") % {"n": place.route_id}


def member_choices(offer: Offer, names: Mapping[int, str]) -> list[tuple[int, str]]:
    """The people of the family, by name for those who may know it, else by code and role."""
    return [(one.person_id, names.get(one.person_id) or one.label) for one in offer.members]
