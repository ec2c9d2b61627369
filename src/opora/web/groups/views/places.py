"""Where a page of one family lies and leads back to, and what the family is called there."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from opora.families.queries import NamedFamily
from opora.process.queries import Place


def address(name: str, place: Place, **more: Any) -> str:
    """An address of this place: ``choose`` is groups:case_choose or groups:route_choose."""
    keys: dict[str, Any] = {"case_id": place.case_id} if place.case_id is not None else {"route_id": place.route_id}
    kind = "case" if "case_id" in keys else "route"
    return reverse(f"groups:{kind}_{name}" if name else f"groups:{kind}", kwargs={**keys, **more})


def page_of(place: Place) -> str:
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


def given_names(family: NamedFamily) -> dict[int, str]:
    """The people of the family as this reader may call them: by given name, else by code and role."""
    return {
        one.person_id: one.given if one.given != one.code else one.label for one in [*family.adults, *family.children]
    }
