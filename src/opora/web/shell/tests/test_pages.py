"""Today, the look, the gallery and the answers when something is not possible."""

from datetime import date, timedelta

import pytest
from django.contrib.auth import get_user_model
from django.utils import timezone

from opora.access.rules import Role
from opora.cases.tests import factories
from opora.web.shell.today import PANELS, greeting, say_due

pytestmark = pytest.mark.django_db


def signed_in(client, actor):
    client.force_login(get_user_model().objects.get(pk=actor.user_id))
    return client


def text_of(response):
    return response.content.decode()


def test_today_greets_and_names_the_panels_of_the_role(client):
    scene = factories.scene()
    page = text_of(signed_in(client, scene.case_manager).get("/"))
    assert "Елена Соколова" in page
    assert 'hx-get="/today/follow-ups/"' in page
    assert 'href="/cases/"' in page
    assert "/people/" not in page


@pytest.mark.parametrize(
    ("role", "word"),
    [
        (Role.ADMINISTRATOR, "Вы отвечаете за учётные записи"),
        (Role.ANALYST, "Посмотреть результаты"),
        (Role.VOLUNTEER, "Мои задачи"),
    ],
)
def test_today_is_never_an_empty_page(client, role, word):
    page = text_of(signed_in(client, factories.worker(role)).get("/"))
    assert word in page


def test_a_stranger_is_led_to_the_sign_in(client):
    response = client.get("/")
    assert response.status_code == 302
    assert response["Location"].startswith("/account")


def test_a_due_follow_up_is_named_to_the_team_only(client):
    scene = factories.scene()
    factories.close_case(scene)
    own = signed_in(client, scene.case_manager)
    part = text_of(own.get("/today/follow-ups/", headers={"HX-Request": "true"}))
    assert scene.case.number in part
    assert "<html" not in part
    assert "просрочено" in part
    page = text_of(own.get("/today/follow-ups/"))
    assert scene.case.number in page
    assert "<html" in page
    stranger = signed_in(client, factories.worker(Role.CASE_MANAGER, scene.department))
    assert scene.case.number not in text_of(stranger.get("/today/follow-ups/"))


@pytest.mark.parametrize("name", PANELS)
def test_a_panel_opens_only_through_its_door(client, name):
    volunteer = signed_in(client, factories.worker(Role.VOLUNTEER))
    # Own tasks are all that a volunteer sees (S4-16).
    assert volunteer.get(f"/today/{name}/").status_code == (200 if name == "tasks" else 404)


@pytest.mark.parametrize("name", PANELS)
def test_a_panel_without_rows_is_calm(client, name):
    head = signed_in(client, factories.worker(Role.HEAD))
    response = head.get(f"/today/{name}/", headers={"HX-Request": "true"})
    assert response.status_code == 200
    assert 'class="empty"' in text_of(response)


@pytest.mark.parametrize("name", PANELS)
def test_every_panel_stands_in_the_access_table(name):
    from opora.web.shell.doors import DOORS

    assert DOORS[PANELS[name].url_name].ability == PANELS[name].ability


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "сегодня"),
        (1, "через 1 день"),
        (14, "через 14 дней"),
        (-2, "просрочено на 2 дня"),
        (-21, "на 21 день"),
        (-400, "на 13 месяцев"),
    ],
)
def test_a_day_is_said_from_today(days, words):
    on = date(2026, 3, 1)
    assert words in say_due(on + timedelta(days=days), on)


@pytest.mark.parametrize(("hour", "words"), [(7, "Доброе утро"), (13, "Добрый день"), (22, "Добрый вечер")])
def test_the_greeting_knows_the_hour(hour, words):
    moment = timezone.make_aware(timezone.datetime(2026, 3, 1, hour))
    assert greeting("Анна", moment) == f"{words}, Анна"


def test_the_chosen_look_is_drawn_by_the_server(client):
    signed_in(client, factories.worker(Role.HEAD))
    assert "data-theme" not in text_of(client.get("/"))
    answer = client.post("/look/", {"theme": "dark", "next": "/gallery/"})
    assert answer["Location"] == "/gallery/"
    assert '<html lang="ru" data-theme="dark">' in text_of(client.get("/"))
    client.post("/look/", {"theme": "", "next": "/"})
    assert "data-theme" not in text_of(client.get("/"))


@pytest.mark.parametrize("onward", ["https://example.org/", "//example.org", "javascript:alert(1)"])
def test_the_look_never_leads_away(client, onward):
    assert client.post("/look/", {"theme": "dark", "next": onward})["Location"] == "/"


def test_the_language_of_the_pages_changes(client):
    signed_in(client, factories.worker(Role.HEAD))
    client.post("/language/", {"language": "en", "next": "/"})
    page = text_of(client.get("/"))
    assert '<html lang="en"' in page
    assert "Skip to the content" in page


def test_an_address_that_is_not_there_gets_a_calm_answer(client):
    response = signed_in(client, factories.worker(Role.HEAD)).get("/no-such-page/")
    assert response.status_code == 404
    assert "Такой страницы нет" in text_of(response)


def test_the_gallery_shows_every_part(client):
    page = text_of(signed_in(client, factories.worker(Role.VOLUNTEER)).get("/gallery/"))
    for name in ("stages", "kpi", "stack", "delta", "notice", "tasks", "tl", "empty", "fold", "dialog", "errors"):
        assert f'"{name}' in page or f" {name}" in page, name
    assert text_of(client.get("/gallery/confirm/")).count("<form") > 1
