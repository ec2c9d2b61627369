"""Who may answer for a case, and how much each carries already (S4-12)."""

from datetime import timedelta
from typing import Any

import pytest

from opora.access.models import Department
from opora.access.rules import SYSTEM, Role
from opora.cases.tests.factories import close_case, household, open_case, scene, worker
from opora.process import actions
from opora.process.models import Route
from opora.process.queries.workload import candidates, loads
from opora.process.tests.factories import BEGAN, make_route, trial_program

pytestmark = pytest.mark.django_db


def test_the_least_loaded_of_the_department_stands_first_and_others_are_no_choice() -> None:
    place = scene()
    free = worker(Role.CASE_MANAGER, place.department, "Яна Яковлева")
    everywhere = worker(Role.COORDINATOR, None, "Анна Андреева")
    elsewhere = worker(Role.CASE_MANAGER, Department.objects.create(name="Другой", number_pattern="{n}"))
    worker(Role.PSYCHOLOGIST, place.department)
    found = candidates(department_id=place.department.pk, on=BEGAN)
    ids = [one.user_id for one in found]
    assert ids.index(free.user_id) < ids.index(place.case_manager.user_id) < ids.index(everywhere.user_id)
    assert elsewhere.user_id not in ids
    assert len(ids) == 4
    assert next(one for one in found if one.user_id == place.case_manager.user_id).load.open_cases == 1
    assert place.case_manager.user_id not in [
        one.user_id for one in candidates(department_id=place.department.pk, on=BEGAN, but=place.case_manager.user_id)
    ]


def test_a_closed_case_weighs_nothing() -> None:
    place = scene()
    close_case(place)
    assert not loads([place.case_manager.user_id], on=BEGAN)


def test_families_on_their_way_weigh_by_their_day() -> None:
    make_route()
    program, department = trial_program()
    manager = worker(Role.CASE_MANAGER, department)
    open_case(department, program, household(), manager, on=BEGAN)
    signal = actions.begin(actor=SYSTEM, program_id=program.pk, department_id=department.pk, on=BEGAN)
    actions.assign_worker(actor=SYSTEM, route_id=signal.pk, user_id=manager.user_id)
    due = BEGAN + timedelta(days=3)
    Route.objects.filter(worker_id=manager.user_id).update(due_on=due)
    load = loads([manager.user_id], on=BEGAN)[manager.user_id]
    assert (load.open_cases, load.signals, load.late, load.pressing) == (1, 1, 0, 2)
    load = loads([manager.user_id], on=due + timedelta(days=1))[manager.user_id]
    assert (load.families, load.late, load.pressing) == (2, 2, 0)


def test_the_choice_takes_one_question_whoever_works_there(django_assert_num_queries: Any) -> None:
    place = scene()
    for _n in range(12):
        worker(Role.CASE_MANAGER, place.department)
    with django_assert_num_queries(1):
        assert len(candidates(department_id=place.department.pk, on=BEGAN)) == 14
