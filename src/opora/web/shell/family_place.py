"""Where the pages of one family lie, where they lead back to, and what the family is called on them."""

from typing import TYPE_CHECKING, Any, Protocol

from django.urls import reverse
from django.utils.translation import gettext as _

from opora.families.queries import NamedFamily
from opora.intake.queries import referral_of_route
from opora.intake.words import path_by_number
from opora.process.queries import Place

if TYPE_CHECKING:
    from opora.process.models import Route


class Lies(Protocol):
    """What lies on a case or on a path: a place, or a line of a list."""

    @property
    def case_id(self) -> int | None: ...

    @property
    def route_id(self) -> int | None: ...


def place_keys(place: Lies) -> dict[str, int]:
    """How the addresses of a place begin: by its case, or by its path."""
    return {"case_id": place.case_id} if place.case_id is not None else {"route_id": place.route_id or 0}


def address_in(room: str, name: str, place: Lies, **more: Any) -> str:
    """An address of this place in a room: ``plan`` is services:case_plan or services:route_plan."""
    keys = place_keys(place)
    kind = "case" if "case_id" in keys else "route"
    return reverse(f"{room}:{kind}_{name}" if name else f"{room}:{kind}", kwargs={**keys, **more})


def home_of(place: Place) -> str:
    """The page of the family."""
    if place.case_id is not None:
        return reverse("cases:file", args=[place.case_id])
    return reverse("process:route", args=[place.route_id])


def number_of(place: Place) -> str:
    """The family by the number of its case, else of the signal its path began with."""
    if place.case is not None:
        return _("Case %(number)s") % {"number": place.case.number}
    return path_called(place.route) if place.route is not None else ""


def path_called(route: "Route") -> str:
    """A path already read, as people know it: by the number of its case, else of its signal, else by its own."""
    if route.case is not None:
        return route.case.number
    signal = referral_of_route(route=route)
    return path_by_number(route.pk, signal.pk if signal is not None else None)


def title_of(place: Place, family: NamedFamily | None = None) -> str:
    """The family by its name for whoever may know it, else by the number of its case or path."""
    client_id = place.case.client_id if place.case is not None else None
    if family is not None and family.may_read_names and (title := family.title(client_id)):
        return title
    return number_of(place)


def called_at_home(family: NamedFamily) -> dict[int, str]:
    """The people of the family as this reader may call them: by given name, else by code and role."""
    return {
        one.person_id: one.given if one.given != one.code else one.label for one in [*family.adults, *family.children]
    }
