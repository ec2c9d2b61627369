"""The pages of attention: names for those who may know them, a panel of five, families put aside, the signs."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from opora.access.rules import Actor, Role
from opora.attention.models import SignChoice
from opora.attention.rules import SIGNS
from opora.cases.tests.factories import worker
from opora.common.dates import today
from opora.reminders.tests.factories import life

pytestmark = pytest.mark.django_db
PART = {"HX-Request": "true"}


def client_of(actor: Actor) -> Client:
    client = Client()
    client.force_login(get_user_model().objects.get(pk=actor.user_id))
    return client


def test_the_page_names_the_family_and_says_why_in_words() -> None:
    found = life(on=today())
    shown = client_of(found.scene.case_manager).get("/attention/").content.decode()
    assert "Семья Заповедниковых" in shown and f"/cases/{found.case.pk}/" in shown
    assert "Никто не звонил и не приезжал" in shown


def test_today_gets_the_five_gravest_and_nothing_when_all_is_calm() -> None:
    manager = worker(Role.CASE_MANAGER)
    assert client_of(manager).get("/attention/panel/", headers=PART).content.decode().strip() == ""
    for _ in range(6):
        life(on=today(), manager=manager)
    client = client_of(manager)
    panel = client.get("/attention/panel/", headers=PART).content.decode()
    assert panel.count("<li>") == 5 and "6 из 6 семей" in panel
    with CaptureQueriesContext(connection) as questions:
        client.get("/attention/panel/", headers=PART)
    assert len(questions) <= 9


def test_a_family_is_put_aside_and_taken_back() -> None:
    found = life(on=today())
    client = client_of(found.scene.case_manager)
    address = f"/cases/{found.case.pk}/aside/"
    until = today() + timedelta(days=9)
    assert client.post(address, {"until": "", "reason": ""}).status_code == 422
    assert client.post(address, {"until": until.strftime("%d.%m.%Y"), "reason": "На море"}).status_code == 302
    shown = client.get("/attention/").content.decode()
    assert "Сегодня всё спокойно" in shown and "На море" in shown
    client.post(f"{address}end/")
    assert "Никто не звонил" in client.get("/attention/").content.decode()


def test_the_organization_sets_the_signs_on_a_page() -> None:
    client = client_of(worker(Role.HEAD))
    page = client.get("/attention/rules/").content.decode()
    assert "Никто не звонил и не приезжал" in page and 'value="21"' in page
    typed = {sign.code: sign.threshold for sign in SIGNS} | {"on_silence": "on", "silence": 10}
    assert client.post("/attention/rules/", typed).status_code == 302
    assert SignChoice.objects.get(code="silence").threshold == 10
    assert not SignChoice.objects.get(code="plan_still").is_on
    assert client.post("/attention/rules/", typed | {"silence": 0}).status_code == 422
