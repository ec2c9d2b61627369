"""What every page of a letter about a family knows: whose it is, what it is called, where one goes back to."""

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from opora.common.dates import today
from opora.correspondence import queries
from opora.correspondence.actions import read_log
from opora.process.policies import is_blocked
from opora.process.queries import Place, may_record, place_of
from opora.web.shell.asking import actor_of
from opora.web.shell.family_place import address_in, home_of, number_of

if TYPE_CHECKING:
    from opora.correspondence.models import OfficialLetter


def address_of(place: Place | None, name: str = "") -> str:
    """A page of letters of this family, or of those about none."""
    if place is None:
        return reverse(f"correspondence:{name or 'list'}")
    return address_in("correspondence", name, place)


def about(place: Place | None) -> dict[str, int | None]:
    """Of whom a page speaks, for the journal."""
    if place is None:
        return {}
    return {"case_id": place.case_id, "route_id": place.route_id}


def keys_of(place: Place | None) -> dict[str, Any]:
    """Where a new letter of this page lies: on the path, else on the case, else nowhere."""
    if place is None:
        return {}
    return {"route_id": place.route_id} if place.route_id is not None else {"case_id": place.case_id}


def crumbs(place: Place | None) -> dict[str, Any]:
    """Where a page of a letter stands."""
    return {
        "place": place,
        "called": number_of(place) if place is not None else "",
        "home": home_of(place) if place is not None else "",
        "letters_url": address_of(place),
    }


def place_of_letter(request: HttpRequest, letter: "OfficialLetter") -> Place | None:
    """Where a letter found for this person lies."""
    return queries.place_of_letter(actor=actor_of(request), letter=letter)


def show(request: HttpRequest, case_id: int | None = None, route_id: int | None = None) -> HttpResponse:
    """The letters about one family, and to whom what was told of it."""
    actor = actor_of(request)
    place = place_of(actor=actor, route_id=route_id, case_id=case_id)
    on = today()
    lines = queries.letters_at(place)
    context = {
        **crumbs(place),
        "waiting": [(line, line.is_late(on)) for line in lines if line.awaits_answer or line.is_owed],
        "rest": [(line, False) for line in lines if not (line.awaits_answer or line.is_owed)],
        "log": read_log(actor=actor, place=place),
        "may_write": may_record(actor=actor, place=place)
        and not place.has_ended
        and not (place.route is not None and is_blocked(place.route)),
        "new_url": address_of(place, "new"),
        "in_url": address_of(place, "in"),
        "today": on,
    }
    return render(request, "correspondence/family.html", context)
