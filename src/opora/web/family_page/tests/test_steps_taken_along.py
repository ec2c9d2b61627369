"""A step is taken in one press with the record that it waited for; and nothing is lost when it may not be taken."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from opora.access.models import User
from opora.access.rules import SYSTEM, Role
from opora.cases.tests.factories import worker
from opora.common.dates import today
from opora.process import actions as process
from opora.process.models import Paper, Route
from opora.process.tests.factories import BEGAN, make_route

pytestmark = pytest.mark.django_db


@pytest.fixture
def client() -> Client:
    found = Client()
    found.force_login(User.objects.get(pk=worker(Role.HEAD).user_id))
    return found


def waiting(*, risk: str = "high") -> Route:
    """A path whose step to work lacks nothing but the consent."""
    route = make_route()
    process.record_facts(actor=SYSTEM, route_id=route.pk, facts={"risk": risk}, on=BEGAN)
    return route


def file_consent(client: Client, route: Route, then: str, **more: Any) -> Any:
    form = {"kind": "consent", "on": today().isoformat(), "then": then, **more}
    return client.post(reverse("process:file_paper", args=[route.pk]), form, follow=True)


def test_the_line_of_the_last_thing_lacking_offers_the_step(client: Client) -> None:
    route = waiting()
    page = client.get(reverse("process:route", args=[route.pk])).content.decode()
    mark = f"then={route.pk}.begin_work"
    for form in ("papers:new_consent", "process:file_paper"):
        assert any(mark in link for link in page.split('href="') if link.startswith(reverse(form, args=[route.pk])))
    form = client.get(reverse("process:file_paper", args=[route.pk]) + f"?kind=consent&{mark}").content.decode()
    assert "Сохранить и дальше: «Начать работу»" in form


def test_a_form_opened_without_a_step_offers_none(client: Client) -> None:
    route = waiting()
    assert "Сохранить и дальше" not in client.get(reverse("process:file_paper", args=[route.pk])).content.decode()


def test_one_press_files_the_paper_and_takes_the_step(client: Client) -> None:
    route = waiting()
    answer = file_consent(client, route, f"{route.pk}.begin_work")
    route.refresh_from_db()
    assert (route.stage, Paper.objects.filter(route=route, kind="consent").count()) == ("work", 1)
    assert "Сделано: «Начать работу»" in answer.content.decode()


def test_the_paper_is_kept_when_the_step_must_wait(client: Client) -> None:
    route = make_route()  # nothing is known of the risk
    answer = file_consent(client, route, f"{route.pk}.begin_work")
    route.refresh_from_db()
    assert (route.stage, Paper.objects.filter(route=route, kind="consent").count()) == ("start", 1)
    assert "Шаг «Начать работу» пока не сделан." in answer.content.decode()


@pytest.mark.parametrize("action", ["refuse", "no_such_step", "decided"])
def test_a_step_that_asks_more_or_is_none_is_not_taken_along(client: Client, action: str) -> None:
    route = waiting()
    file_consent(client, route, f"{route.pk}.{action}")
    route.refresh_from_db()
    assert (route.stage, Paper.objects.filter(route=route, kind="consent").count()) == ("start", 1)


def test_the_same_press_twice_is_one_paper_and_one_step(client: Client) -> None:
    route = waiting()
    for _press in range(2):
        file_consent(client, route, f"{route.pk}.begin_work", intention="A" * 22)
    route.refresh_from_db()
    assert (route.step_count, Paper.objects.filter(route=route, kind="consent").count()) == (2, 1)


def test_after_a_step_that_leads_into_no_form_one_reads_the_page(client: Client) -> None:
    route = waiting()
    home = reverse("process:route", args=[route.pk])
    assert client.get(f"{home}?onto").headers["Location"] == home
