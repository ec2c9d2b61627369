"""The look, the gallery and the answers when something is not possible."""

import pytest
from django.contrib.auth import get_user_model

from opora.access.rules import Role
from opora.cases.tests import factories

pytestmark = pytest.mark.django_db


def signed_in(client, actor):
    client.force_login(get_user_model().objects.get(pk=actor.user_id))
    return client


def text_of(response):
    return response.content.decode()


def test_a_stranger_is_led_to_the_sign_in(client):
    response = client.get("/")
    assert response.status_code == 302
    assert response["Location"].startswith("/account")


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
