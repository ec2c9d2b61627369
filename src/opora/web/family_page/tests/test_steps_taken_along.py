"""A step is taken in one press with the record that it waited for; and nothing is lost when it may not be taken."""

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from opora.access.models import User
from opora.access.rules import SYSTEM, Role
from opora.cases.tests.factories import worker
from opora.common.dates import today
from opora.intake.models import ContactRecord
from opora.plans.tests.factories import make_walk
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


def answer(client: Client, route: Route, risk: str, then: str) -> Any:
    address = f"{reverse('intake:screening', args=[route.pk])}?back={reverse('process:route', args=[route.pk])}"
    return client.post(address, {"risk": risk, "then": then})


def test_the_questions_of_the_criteria_offer_the_step_they_may_decide_on(client: Client) -> None:
    route = make_route()
    page = client.get(reverse("process:route", args=[route.pk])).content.decode()
    form = re.findall(rf'href="({reverse("intake:screening", args=[route.pk])}[^"]+)"', page)[0].replace("&amp;", "&")
    assert "Сохранить и дальше: «Помочь один раз»" in client.get(form).content.decode()


def test_what_ends_the_path_is_asked_on_its_own_page(client: Client) -> None:
    route = make_route()
    said = answer(client, route, "low", f"{route.pk}.help_once")
    assert said.headers["Location"] == reverse("process:step", args=[route.pk, "help_once"])
    route.refresh_from_db()
    assert (route.stage, route.ended_on, route.facts) == ("start", None, {"risk": "low"})


def test_answers_that_decide_otherwise_are_kept_and_the_step_is_said_to_wait(client: Client) -> None:
    route = make_route()
    said = answer(client, route, "high", f"{route.pk}.help_once")
    assert said.headers["Location"] == reverse("process:route", args=[route.pk])
    assert "Шаг «Помочь один раз» пока не сделан." in client.get(said.headers["Location"]).content.decode()
    route.refresh_from_db()
    assert route.facts == {"risk": "high"}


def test_one_goes_on_to_what_is_lacking_next(client: Client) -> None:
    route = make_route()
    home = reverse("process:route", args=[route.pk])
    said = answer(client, route, "high", f"{route.pk}.next")
    assert said.headers["Location"] == f"{home}?onto=next"
    into = client.get(said.headers["Location"]).headers["Location"]
    assert into.startswith(f"{reverse('papers:new_consent', args=[route.pk])}?back={home}")
    assert into.endswith(f"then={route.pk}.begin_work")
    assert "Сохранить и перейти к следующему" in client.get(f"{into}&then={route.pk}.next").content.decode()


def test_where_nothing_is_lacking_what_is_next_is_the_page_of_the_family(client: Client) -> None:
    route = waiting()
    file_consent(client, route, "")
    home = reverse("process:route", args=[route.pk])
    assert client.get(f"{home}?onto=next").headers["Location"] == home


def test_a_family_that_declines_in_a_talk_is_led_to_the_end_of_the_work(client: Client) -> None:
    route = make_route()
    sheet = reverse("life:route_record", args=[route.pk, "call"])
    mark = f"{route.pk}.decline"
    assert f'value="{mark}"' in client.get(sheet).content.decode()
    assert f'value="{mark}"' not in client.get(reverse("life:route_record", args=[route.pk, "letter"])).content.decode()
    talk = {"day": "today", "party": "mother", "result": "refused", "what": "phone", "then": mark}
    assert client.post(sheet, talk).headers["Location"] == reverse("process:step", args=[route.pk, "decline"])
    over_a_page = client.post(sheet, {**talk, "notes": "Справляются сами"}, headers={"HX-Request": "true"})
    assert over_a_page.headers["HX-Redirect"] == reverse("process:step", args=[route.pk, "decline"])
    route.refresh_from_db()
    assert (route.stage, route.ended_on) == ("start", None)
    assert ContactRecord.objects.filter(route=route, result="refused").count() == 2


def test_the_last_paper_leads_to_the_end_of_the_work(client: Client) -> None:
    walk = make_walk()
    page = client.get(reverse("process:route", args=[walk.route.pk])).content.decode()
    assert f"kind=plan&amp;then={walk.route.pk}.finish" in page
    form = {"kind": "plan", "on": today().isoformat(), "then": f"{walk.route.pk}.finish"}
    said = client.post(reverse("process:file_paper", args=[walk.route.pk]), form)
    assert said.headers["Location"] == reverse("process:step", args=[walk.route.pk, "finish"])
    assert client.get(said.headers["Location"]).headers["Location"].startswith(f"/cases/{walk.case.pk}/close/?step=")
    walk.case.refresh_from_db()
    assert walk.case.closed_on is None
