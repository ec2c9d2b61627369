"""The calendar of a week: hours and visitors, hearings, of oneself or of a department; names for those who may."""

from datetime import time, timedelta

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from opora.access.rules import Actor, Role
from opora.cases.tests.factories import department, worker
from opora.common.dates import today
from opora.intake.models import Visit
from opora.plans.models import Milestone
from opora.reminders.tests.factories import life

pytestmark = pytest.mark.django_db


def client_of(actor: Actor) -> Client:
    client = Client()
    client.force_login(get_user_model().objects.get(pk=actor.user_id))
    return client


def page(actor: Actor, query: str = "") -> str:
    answer = client_of(actor).get(f"/week/{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_week_shows_hours_visitors_and_hearings_on_their_days() -> None:
    found = life(on=today())
    soon = today() + timedelta(days=3)
    companion = worker(Role.PSYCHOLOGIST, found.scene.department, "Тимур Асадов")
    Visit.objects.filter(pk=found.numbers["visit"]).update(at=time(9, 30), visitor_ids=[companion.user_id])
    Milestone.objects.filter(pk=found.numbers["milestone"]).update(at=time(16))
    shown = page(found.scene.case_manager, f"?day={soon.isoformat()}")
    day = shown[shown.index(f'datetime="{soon.isoformat()}"') :]
    assert day.index("9:30") < day.index("16:00") and "Суд по алиментам" in day and "Тимур Асадов" in day
    assert "Семья Заповедниковых" in day and "Окончание проживания" in day and "Ваш голос" in day


def test_another_week_shows_other_days_and_a_free_one_says_so() -> None:
    found = life(on=today())
    shown = page(found.scene.case_manager, f"?day={(today() + timedelta(days=700)).isoformat()}")
    assert "На этой неделе ничего не назначено" in shown and "Суд по алиментам" not in shown
    assert page(found.scene.case_manager, "?day=nonsense&whose=nobody&department=0")


def test_a_coordinator_looks_at_the_department_and_others_only_at_their_own() -> None:
    here, there = life(on=today()), life(on=today())
    there_place = department()
    type(there.case).objects.filter(pk=there.case.pk).update(department=there_place)
    type(there.route).objects.filter(pk=there.route.pk).update(department=there_place)
    day = f"&day={(today() + timedelta(days=3)).isoformat()}"
    head = worker(Role.HEAD)
    everything = page(head, f"?whose=house{day}")
    assert f"/cases/{here.case.pk}/" in everything and f"/cases/{there.case.pk}/" in everything
    one = page(head, f"?whose=house&department={there_place.pk}{day}")
    assert f"/cases/{here.case.pk}/" not in one and f"/cases/{there.case.pk}/" in one
    own = page(here.scene.coordinator, f"?whose=house&department={there_place.pk}{day}")
    assert f"/cases/{there.case.pk}/" not in own
    narrow = page(here.scene.case_manager, f"?whose=house{day}")
    assert f"/cases/{there.case.pk}/" not in narrow and 'name="whose"' not in narrow


def test_a_week_asks_few_questions() -> None:
    manager = worker(Role.CASE_MANAGER)
    life(on=today(), manager=manager)
    client = client_of(manager)
    address = f"/week/?day={(today() + timedelta(days=3)).isoformat()}"
    client.get(address)
    for _ in range(2):
        life(on=today(), manager=manager)
    with CaptureQueriesContext(connection) as questions:
        client.get(address)
    assert len(questions) <= 12


def test_a_day_shows_hours_visitors_the_telephone_and_what_was_held() -> None:
    found = life(on=today())
    companion = worker(Role.PSYCHOLOGIST, found.scene.department, "Тимур Асадов")
    Visit.objects.filter(pk=found.numbers["visit"]).update(
        planned_on=today(), at=time(9, 30), visitor_ids=[companion.user_id]
    )
    client = client_of(found.scene.case_manager)
    shown = client.get("/day/").content.decode()
    assert "9:30" in shown and "Тимур Асадов" in shown and "Семья Заповедниковых" in shown
    assert 'href="tel:+79165550199"' in shown and 'href="geo:0,0?q=' in shown
    Visit.objects.filter(pk=found.numbers["visit"]).update(held_on=today())
    shown = client.get("/day/").content.decode()
    assert "Визит состоялся" in shown and "9:30" in shown
    tomorrow = client.get(f"/day/?day={(today() + timedelta(days=900)).isoformat()}").content.decode()
    assert "В этот день ничего не назначено" in tomorrow
    assert client.get("/day/?day=nonsense").status_code == 200
