"""Whose pages these are: the place, its addresses, the people by name."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.access.rules import Actor
from opora.common.dates import today
from opora.families.actions import name_people
from opora.families.queries import NamedFamily
from opora.network.queries import member_name
from opora.process.queries import Place
from opora.web.shell.asking import speaks_of


def family_at(actor: Actor, place: Place) -> NamedFamily:
    """The people of the family by name for whoever may know them; the look is journaled."""
    return name_people(actor=actor, family_id=place.family_id, case_id=place.case_id, on=today())


def address(name: str, place: Place) -> str:
    """An address of this place: ``talk`` is network:case_talk or network:route_talk."""
    kind, number = ("case", place.case_id) if place.case_id is not None else ("route", place.route_id)
    return reverse(f"network:{kind}_{name}" if name else f"network:{kind}", args=[number])


def around(request: HttpRequest, place: Place, family: NamedFamily, **more: Any) -> dict[str, Any]:
    """What every page of this room shows of the family."""
    speaks_of(request, case_id=place.case_id, route_id=place.route_id)
    home = (
        reverse("cases:file", args=[place.case_id])
        if place.case_id is not None
        else reverse("process:route", args=[place.route_id])
    )
    return {
        "place": place,
        "family_title": title_of(place, family),
        "home": home,
        "network_url": address("", place),
        "genogram_url": address("genogram", place),
        "today": today(),
        **more,
    }


def title_of(place: Place, family: NamedFamily) -> str:
    """The family by its name for whoever may know it, else by the number of its case or path."""
    client_id = place.case.client_id if place.case is not None else None
    if family.may_read_names and (title := family.title(client_id)):
        return title
    if place.case is not None:
        return _("Case %(number)s") % {"number": place.case.number}
    return _("Path %(n)s") % {"n": place.route_id}


def called(family: NamedFamily, member: Any) -> str:
    """What somebody around the family is called."""
    known = family.by_id().get(member.person_id or 0)
    return member_name(member, known.given if known else "")
