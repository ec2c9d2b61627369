"""A case with a mother and two children, the people who work on it, and ways to fill in its form."""

from dataclasses import dataclass
from datetime import date

from opora.access.models import Department, User
from opora.access.rules import SYSTEM, Actor, Role
from opora.assessments import actions
from opora.assessments.models import Assessment
from opora.assessments.queries import subjects_of
from opora.assessments.rules import asked_cells
from opora.cases.models import Case, CaseChild, TeamMember
from opora.families.models import Family, FamilyMember, Person
from opora.instruments.actions import publish_version
from opora.instruments.rules import Level
from opora.instruments.tests.forms import whole_form
from opora.programs.models import Program, ProgramDepartment

OPENED = date(2021, 6, 15)
LATER = date(2022, 1, 20)
LAST = date(2022, 6, 30)


@dataclass
class World:
    """Everything a test about one case needs."""

    case: Case
    mother: Person
    children: list[Person]
    manager: Actor
    coordinator: Actor
    stranger: Actor

    def keys(self, level: Level) -> list[str]:
        if level is Level.FAMILY:
            return ["family"]
        return [str(self.mother.pk)] if level is Level.CAREGIVER else [str(child.pk) for child in self.children]


def worker(name: str, role: str, department: Department | None = None) -> Actor:
    user = User.objects.create(email=f"{name}@example.org", name=name)
    grants = frozenset({(role, department.pk if department else None)})
    user.role_assignments.create(role=role, department=department)
    return Actor(user_id=user.pk, name=name, grants=grants)


def person(family: Family, letter: str, number: int, role: str) -> Person:
    one = Person.objects.create(code_letter=letter, code_number=number)
    FamilyMember.objects.create(family=family, person=one, role=role)
    return one


def a_case(number: str = "18/2021лд") -> World:
    publish_version(actor=SYSTEM, definition=whole_form())
    department, _ = Department.objects.get_or_create(name="1 ЕФО МР")
    program, _ = Program.objects.get_or_create(
        code="support", defaults={"name": "Сопровождение", "layout": "support", "instrument_code": "whole"}
    )
    ProgramDepartment.objects.get_or_create(program=program, department=department)
    first = Person.objects.count()
    family = Family.objects.create()
    mother = person(family, "П", first + 1, "mother")
    children = [person(family, "П", first + 2, "child"), person(family, "В", first + 3, "child")]
    case = Case.objects.create(
        number=number,
        number_key=number,
        department=department,
        program=program,
        family=family,
        client=mother,
        opened_on=OPENED,
    )
    for position, child in enumerate(children):
        CaseChild.objects.create(case=case, person=child, position=position)
    manager = worker(f"manager{case.pk}", Role.CASE_MANAGER, department)
    TeamMember.objects.create(case=case, user_id=manager.user_id, part="case_manager", from_on=OPENED)
    return World(
        case=case,
        mother=mother,
        children=children,
        manager=manager,
        coordinator=worker(f"coordinator{case.pk}", Role.COORDINATOR, department),
        stranger=worker(f"stranger{case.pk}", Role.CASE_MANAGER, department),
    )


def filled(world: World, weak: int = 0, *, value: int = 2, rest: int = 1) -> dict[str, dict[str, int | str]]:
    """Answers to every question; the first `weak` items are weak."""
    subjects = subjects_of(actor=SYSTEM, case=world.case, on=OPENED)
    answers: dict[str, dict[str, int | str]] = {}
    for cell in asked_cells(whole_form(), subjects):
        known = answers.setdefault(cell.item.code, {})
        known[cell.subject.key] = value if len(answers) <= weak else rest
    return answers


def an_assessment(world: World, point: str = "entry", weak: int = 10, *, on: date = OPENED) -> Assessment:
    """Handed in by the case manager."""
    return actions.submit(
        actor=world.manager, case_id=world.case.pk, point=point, answers=filled(world, weak), comments={}, on=on
    )


def approved(world: World, point: str = "entry", weak: int = 10, *, on: date = OPENED) -> Assessment:
    """Handed in and approved."""
    return actions.approve(actor=world.coordinator, assessment_id=an_assessment(world, point, weak, on=on).pk)
