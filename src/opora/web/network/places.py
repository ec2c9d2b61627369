"""Whose pages these are: the place, its addresses, the people by name."""

from typing import Any

from django.http import HttpRequest

from opora.access.rules import Actor
from opora.common.dates import today
from opora.families.actions import name_people
from opora.families.queries import NamedFamily
from opora.network.queries import member_name
from opora.process.queries import Place
from opora.web.shell.asking import speaks_of
from opora.web.shell.family_place import address_in, home_of, title_of


def family_at(actor: Actor, place: Place) -> NamedFamily:
    """The people of the family by name for whoever may know them; the look is journaled."""
    return name_people(actor=actor, family_id=place.family_id, case_id=place.case_id, on=today())


def address(name: str, place: Place) -> str:
    """An address of this place: ``talk`` is network:case_talk or network:route_talk."""
    return address_in("network", name, place)


def around(request: HttpRequest, place: Place, family: NamedFamily, **more: Any) -> dict[str, Any]:
    """What every page of this room shows of the family."""
    speaks_of(request, case_id=place.case_id, route_id=place.route_id)
    return {
        "place": place,
        "family_title": title_of(place, family),
        "home": home_of(place),
        "network_url": address("", place),
        "genogram_url": address("genogram", place),
        "today": today(),
        **more,
    }


def called(family: NamedFamily, member: Any) -> str:
    """What somebody around the family is called."""
    known = family.by_id().get(member.person_id or 0)
    return member_name(member, known.given if known else "")
