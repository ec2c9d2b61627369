"""A signal at the wrong door goes to the right program, and takes everything along."""

from datetime import timedelta

import pytest

from opora.access.actions import departments as access
from opora.access.rules import SYSTEM, Actor
from opora.cases.tests.factories import scene
from opora.common.errors import Conflict, Invalid, NotFound, Refused
from opora.families.queries import people_of_family
from opora.families.rules.newcomers import Newcomer
from opora.families.sealing import opened
from opora.pathways.actions import publish_route
from opora.process import actions, queries
from opora.process.models import Route
from opora.process.tests.factories import BEGAN, TRIAL, make_route
from opora.programs.models import Program, ProgramDepartment

pytestmark = pytest.mark.django_db
NEXT = BEGAN + timedelta(days=1)


def _other_program() -> tuple[Program, int]:
    department = access.add_department(actor=SYSTEM, name="Кризисный центр", number_pattern="{n}")
    program = Program.objects.create(code="other", name="Другая программа", layout="shelter")
    ProgramDepartment.objects.create(program=program, department=department)
    body = {**TRIAL, "code": "other", "programs": ["other"]}
    body["stages"] = {**TRIAL["stages"], "start": {**TRIAL["stages"]["start"], "days": 10}}
    publish_route(actor=SYSTEM, code="other", body=body)
    return program, department.pk


def _hand(route: Route, program: Program, department_id: int, reason: str = "Нужно жильё") -> Route:
    return actions.hand_to_program(
        actor=SYSTEM, route_id=route.pk, program_id=program.pk, department_id=department_id, reason=reason, on=NEXT
    )


def test_the_other_program_begins_anew_with_what_was_gathered() -> None:
    program, department_id = _other_program()
    route = make_route(facts={"risk": "high"})
    actions.file_paper(actor=SYSTEM, route_id=route.pk, kind="consent", source="process.seen", on=BEGAN)
    moved = _hand(route, program, department_id)
    assert (moved.program_id, moved.department_id, moved.version.code) == (program.pk, department_id, "other")
    assert (moved.stage, moved.entered_on, moved.due_on) == ("start", NEXT, NEXT + timedelta(days=10))
    assert [opened(step, "reason") for step in moved.steps.all()] == ["", "Нужно жильё"]
    begin = next(one for one in queries.options(actor=SYSTEM, route=moved) if one.action == "begin_work")
    assert begin.allowed
    assert queries.map_counts(actor=SYSTEM, program_id=program.pk, on=NEXT).standing == {"start": 1}


def test_whoever_took_it_into_work_keeps_it() -> None:
    program, department_id = _other_program()
    route = make_route(facts={"risk": "high"})
    actions.file_paper(actor=SYSTEM, route_id=route.pk, kind="consent", source="process.seen", on=BEGAN)
    actions.take_step(actor=SYSTEM, route_id=route.pk, action="begin_work", on=BEGAN)
    with pytest.raises(Refused):
        _hand(route, program, department_id)


def test_it_needs_a_reason_and_another_program() -> None:
    program, department_id = _other_program()
    route = make_route()
    with pytest.raises(Invalid) as nothing:
        _hand(route, program, department_id, reason=" ")
    assert "reason" in nothing.value.fields
    with pytest.raises(Invalid):
        _hand(route, route.program, route.department_id)
    with pytest.raises(Invalid):
        _hand(route, program, route.department_id)


def test_a_stranger_finds_no_such_path() -> None:
    program, department_id = _other_program()
    route = make_route()
    stranger = Actor(user_id=1, name="Чужая", grants=frozenset({("coordinator", department_id)}))
    with pytest.raises(NotFound):
        actions.hand_to_program(
            actor=stranger,
            route_id=route.pk,
            program_id=program.pk,
            department_id=department_id,
            reason="Нужно жильё",
            on=NEXT,
        )


def test_a_family_that_comes_for_the_first_time_is_named_with_its_people() -> None:
    route = make_route()
    people = {"caregiver": Newcomer(role="mother", identity=None), "children": [Newcomer(role="child", identity=None)]}
    named = actions.name_new_family(actor=SYSTEM, route_id=route.pk, **people)
    assert named.family_id is not None
    assert [person.memberships.get().role for person in people_of_family(named.family_id)] == ["mother", "child"]
    with pytest.raises(Conflict):
        actions.name_new_family(actor=SYSTEM, route_id=route.pk, **people)


def test_a_family_without_a_child_is_not_registered() -> None:
    route = make_route()
    with pytest.raises((Invalid, Refused, Conflict)):
        actions.name_new_family(
            actor=SYSTEM, route_id=route.pk, caregiver=Newcomer(role="mother", identity=None), children=[]
        )
    assert Route.objects.get(pk=route.pk).family_id is None


def test_a_family_of_cases_out_of_sight_is_not_there() -> None:
    hidden = scene()
    route = make_route()
    grants = frozenset({("coordinator", route.department_id)})
    coordinator = Actor(user_id=hidden.coordinator.user_id, name="Отдела", grants=grants)
    with pytest.raises(Invalid):
        actions.name_family(actor=coordinator, route_id=route.pk, family_id=hidden.case.family_id)
    assert Route.objects.get(pk=route.pk).family_id is None
