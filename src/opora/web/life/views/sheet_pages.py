"""What the pages of the sheet have in common: the sheet or a whole page, the way back, people by name."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme

from opora.common.dates import today
from opora.families.queries import NamedFamily
from opora.process.queries import Place
from opora.web.shell.family_place import address_in


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


def address(name: str, place: Place, **more: Any) -> str:
    """An address of this place: ``record`` is cases/5/record/… or routes/7/record/…."""
    return address_in("life", "" if name == "life" else name, place, **more)


def names_of(family: NamedFamily) -> dict[int, str]:
    """What people are called at home; nobody who is known by code only."""
    return {one.person_id: one.given for one in family.people if one.given != one.code}


def member_choices(family: NamedFamily) -> list[tuple[int, str]]:
    """The people of the family, adults first, by the name they are called by, else by code and role."""
    return [
        (one.person_id, one.given if one.given != one.code else one.label) for one in [*family.adults, *family.children]
    ]
