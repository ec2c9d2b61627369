"""Where a page of one family leads back to, and what the family is called there."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from opora.families.queries import NamedFamily
from opora.process.queries import Place


def keys_of(place: Place) -> dict[str, int]:
    """How the addresses of a place begin: by its case, or by its path."""
    return {"case_id": place.case_id} if place.case_id is not None else {"route_id": place.route_id or 0}


def address(name: str, place: Place, room: str = "services", **more: Any) -> str:
    """An address of this place in a room: ``plan`` is services:case_plan or services:route_plan."""
    keys = keys_of(place)
    kind = "case" if "case_id" in keys else "route"
    return reverse(f"{room}:{kind}_{name}" if name else f"{room}:{kind}", kwargs={**keys, **more})


def home_of(place: Place) -> str:
    """The page of the family."""
    if place.case_id is not None:
        return reverse("cases:file", args=[place.case_id])
    return reverse("process:route", args=[place.route_id])


def title_of(place: Place, family: NamedFamily) -> str:
    """The family by its name for whoever may know it, else by the number of its case or path."""
    client_id = place.case.client_id if place.case is not None else None
    if family.may_read_names and (title := family.title(client_id)):
        return title
    if place.case is not None:
        return _("Case %(number)s") % {"number": place.case.number}
    return _("Path %(n)s") % {"n": place.route_id}


def names_of(family: NamedFamily) -> dict[int, str]:
    """The people of the family as this reader may call them: by given name, else by code and role."""
    return {
        one.person_id: one.given if one.given != one.code else one.label for one in [*family.adults, *family.children]
    }
