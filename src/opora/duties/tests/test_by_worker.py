"""Lists are narrowed to a colleague by whoever leads; the address keeps a number and never a name."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from opora.access.models import User
from opora.access.rules import Actor, Role
from opora.cases.tests.factories import household, open_case, scene, worker
from opora.common.dates import today
from opora.plans.queries import tasks_of
from opora.plans.tests.factories import make_plan, make_task, make_walk
from opora.process.tests.factories import make_route

pytestmark = pytest.mark.django_db


def _page(actor: Actor, name: str, **asked: Any) -> str:
    client = Client()
    client.force_login(User.objects.get(pk=actor.user_id))
    return " ".join(client.get(reverse(name), asked).content.decode().split())


def test_the_list_of_cases_shows_those_of_one_colleague() -> None:
    place = scene()
    other = worker(Role.CASE_MANAGER, place.department)
    theirs = open_case(place.department, place.program, household(), other)
    page = _page(place.coordinator, "cases:list", worker=other.user_id)
    assert theirs.number in page
    assert place.case.number not in page
    assert theirs.number in _page(place.coordinator, "cases:list") and place.case.number in _page(
        place.coordinator, "cases:list"
    )


def test_whoever_leads_nobody_has_no_such_filter_and_sees_no_more_by_the_address() -> None:
    place = scene()
    other = worker(Role.CASE_MANAGER, place.department)
    theirs = open_case(place.department, place.program, household(), other)
    page = _page(place.case_manager, "cases:list", worker=other.user_id)
    assert 'name="worker"' not in page
    assert theirs.number not in page


def test_paths_and_signals_of_one_colleague() -> None:
    first, second = worker(Role.SPECIALIST), worker(Role.SPECIALIST)
    one, two = make_route(worker_id=first.user_id), make_route(worker_id=second.user_id)
    coordinator = worker(Role.COORDINATOR, one.department)
    page = _page(coordinator, "process:work", whose="all", worker=first.user_id)
    assert reverse("process:route", args=[one.pk]) in page
    assert reverse("process:route", args=[two.pk]) not in page


def test_a_coordinator_sees_the_tasks_of_a_colleague_in_her_families_only() -> None:
    walk = make_walk()
    make_plan(route_id=walk.route.pk)
    make_task(route_id=walk.route.pk, accountable=f"worker:{walk.manager.user_id}")
    near = worker(Role.COORDINATOR, walk.department)
    far = scene().coordinator
    asked = {"on": today() + timedelta(days=1), "worker_id": walk.manager.user_id}
    assert tasks_of(actor=near, **asked).open_count == 1
    assert tasks_of(actor=far, **asked).open_count == 0
    assert tasks_of(actor=walk.stranger, **asked).open_count == 0
