"""A centre with rooms and families that live in it, invented for tests."""

from dataclasses import dataclass
from datetime import date

from opora.access.rules import SYSTEM, Role
from opora.cases.tests import factories as cases
from opora.stays import actions
from opora.stays.models import Admission, Bed, Shelter
from opora.stays.rules import Berth

CAME = date(2026, 3, 2)
UNTIL = date(2026, 4, 1)


@dataclass
class House:
    """A centre of a department with its beds, and a family of a mother with two children whose case is open."""

    scene: cases.Scene
    shelter: Shelter

    @property
    def beds(self) -> list[Bed]:
        return list(Bed.objects.filter(room__shelter=self.shelter).order_by("room__position", "pk"))

    @property
    def people(self) -> list[int]:
        return [self.scene.home.client.pk, *self.scene.home.child_ids]


def house(*rooms: int, layout: str = "shelter", children: int = 2) -> House:
    """A centre with rooms of so many beds each; two rooms of three unless said otherwise."""
    scene = cases.scene(layout=layout, on=date(2026, 2, 20), children=children)
    shelter = actions.add_shelter(
        actor=SYSTEM, name=f"Центр {scene.department.pk}", department_id=scene.department.pk, on=date(2026, 1, 1)
    )
    for number, beds in enumerate(rooms or (3, 3), start=1):
        actions.add_room(actor=SYSTEM, shelter_id=shelter.pk, name=f"Комната {number}", beds=beds, on=date(2026, 1, 1))
    return House(scene, shelter)


def another_family(place: House, children: int = 1) -> cases.Scene:
    """One more family of the same department with an open case."""
    home = cases.household(children)
    case = cases.open_case(
        place.scene.department, place.scene.program, home, place.scene.case_manager, on=date(2026, 2, 20)
    )
    return cases.Scene(
        place.scene.department, place.scene.program, place.scene.coordinator, place.scene.case_manager, home, case
    )


def berths(people: list[int], beds: list[Bed]) -> list[Berth]:
    """Each in a bed of their own, in this order."""
    return [Berth(person, bed.pk) for person, bed in zip(people, beds, strict=False)]


def admit(
    place: House,
    scene: cases.Scene | None = None,
    beds: list[Bed] | None = None,
    on: date = CAME,
    until: date | None = UNTIL,
) -> Admission:
    """Take the family in as its case manager does."""
    scene = scene or place.scene
    people = [scene.home.client.pk, *scene.home.child_ids]
    return actions.admit(
        actor=scene.case_manager,
        case_id=scene.case.pk,
        shelter_id=place.shelter.pk,
        berths=berths(people, place.beds if beds is None else beds),
        reason="violence",
        planned_until=until,
        on=on,
    )


def coordinator(place: House):
    """Whoever decides on longer stays there."""
    return place.scene.coordinator


__all__ = ["CAME", "UNTIL", "House", "Role", "admit", "another_family", "berths", "coordinator", "house"]
