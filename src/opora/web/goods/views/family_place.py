"""Whose goods a page speaks of: the family on its path or case, how it is called, where its page lies."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest

from opora.common.dates import today
from opora.families.actions import name_people
from opora.process import queries as process
from opora.web.shell.asking import actor_of, speaks_of
from opora.web.shell.family_place import address_in, home_of, number_of

if TYPE_CHECKING:
    from opora.process.models import WorkRecord


@dataclass(frozen=True, slots=True)
class FamilyPlace:
    """A family on a page of goods."""

    place: process.Place
    title: str
    home: str
    goods: str
    people: list[tuple[int, str]]

    def address(self, act: str) -> str:
        """Where something is done for this family."""
        return address_in("goods", act, self.place)

    @property
    def keys(self) -> dict[str, int | None]:
        """Where a new record lies."""
        if self.place.route_id is not None:
            return {"route_id": self.place.route_id}
        return {"case_id": self.place.case_id}


def family_at(request: HttpRequest, *, case_id: int | None = None, route_id: int | None = None) -> FamilyPlace:
    """The family of a case or a path in sight; NotFound for any other."""
    actor = actor_of(request)
    place = process.place_of(actor=actor, route_id=route_id, case_id=case_id)
    named = name_people(actor=actor, family_id=place.family_id, case_id=place.case_id, on=today())
    title = place.case.number if place.case is not None else number_of(place)
    return FamilyPlace(place, title, home_of(place), address_in("goods", "", place), list(named.labels().items()))


def family_of(request: HttpRequest, record: "WorkRecord") -> FamilyPlace:
    """The family of a record that was found in sight."""
    found = family_at(request, route_id=record.route_id, case_id=record.case_id)
    speaks_of(request, case_id=found.place.case_id, route_id=found.place.route_id)
    return found


def about(family: FamilyPlace) -> dict[str, Any]:
    """Of which path and case a form speaks."""
    return {"route_id": family.place.route_id, "case_id": family.place.case_id}
