"""Families, people who work here and cases, invented for tests."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import count

from opora.access.models import Department, RoleAssignment, User
from opora.access.rules import SYSTEM, Actor, Role
from opora.cases import actions
from opora.cases.models import Case
from opora.families import actions as families
from opora.families.models import Family, Person
from opora.programs.models import Program, ProgramDepartment

OPENED = date(2021, 6, 18)
CLOSED = date(2022, 9, 18)
_numbers = count(1)


def department(name: str = "", pattern: str = "{n}/{year}лд") -> Department:
    """A department with a numbering pattern of its own."""
    return Department.objects.create(name=name or f"Отдел {next(_numbers)}", number_pattern=pattern)


def program(*carriers: Department, layout: str = "support") -> Program:
    """A program carried by some departments (by all when none is named)."""
    n = next(_numbers)
    found = Program.objects.create(code=f"program-{n}", name=f"Программа {n}", layout=layout)
    for carrier in carriers:
        ProgramDepartment.objects.create(program=found, department=carrier)
    return found


def worker(role: str, place: Department | None = None, name: str = "") -> Actor:
    """Somebody with one role, in a department or in the whole house."""
    n = next(_numbers)
    user = User.objects.create(email=f"worker{n}@example.org", name=name or f"Сотрудник {n}")
    RoleAssignment.objects.create(user=user, role=role, department=place)
    return Actor(user_id=user.pk, name=user.name, grants=frozenset({(role, place.pk if place else None)}))


@dataclass
class Household:
    """A family with one caregiver and children."""

    family: Family
    client: Person
    children: list[Person] = field(default_factory=list)

    @property
    def child_ids(self) -> list[int]:
        return [child.pk for child in self.children]


def household(children: int = 2, letter: str = "С") -> Household:
    """A family known by codes only."""
    family = families.create_family(actor=SYSTEM)
    client = families.add_person(actor=SYSTEM, family=family, role="mother", letter=letter)
    born = [families.add_person(actor=SYSTEM, family=family, role="child", letter=letter) for _ in range(children)]
    return Household(family, client, born)


@dataclass
class Scene:
    """A department with a program, its coordinator, a case manager and an open case in that person's hands."""

    department: Department
    program: Program
    coordinator: Actor
    case_manager: Actor
    home: Household
    case: Case


def scene(layout: str = "support", pattern: str = "{n}/{year}лд", on: date = OPENED, children: int = 2) -> Scene:
    """A case as most tests need it."""
    place = department(pattern=pattern)
    carried = program(place, layout=layout)
    manager = worker(Role.CASE_MANAGER, place, "Елена Соколова")
    home = household(children)
    case = open_case(place, carried, home, manager, on=on)
    return Scene(place, carried, worker(Role.COORDINATOR, place, "Мария Орлова"), manager, home, case)


def open_case(
    place: Department, carried: Program, home: Household, manager: Actor, number: str | None = None, on: date = OPENED
) -> Case:
    """Open a case the way the product does."""
    return actions.open_case(
        actor=SYSTEM,
        program_id=carried.pk,
        department_id=place.pk,
        family_id=home.family.pk,
        client_id=home.client.pk,
        child_ids=home.child_ids,
        number=number,
        case_manager_id=manager.user_id,
        on=on,
    )


def close_case(
    scene: Scene, actor: Actor | None = None, kinds: Sequence[str] = ("own_family", "unknown"), on: date = CLOSED
) -> None:
    """Close the scene's case in an orderly way."""
    actions.close_case(
        actor=actor or scene.case_manager,
        case_id=scene.case.pk,
        reason="goals_achieved",
        summary="Семья справляется сама.",
        placements=dict(zip(scene.home.child_ids, kinds, strict=False)),
        on=on,
    )
