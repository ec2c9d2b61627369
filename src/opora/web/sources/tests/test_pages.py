"""The page of the source documents, the way from a page to what it is there for, and the same at a terminal."""

import json

import pytest
from django.test import Client
from django.urls import NoReverseMatch, reverse

from opora.__main__ import main
from opora.access.models import User
from opora.access.rules import SYSTEM, Actor, Role
from opora.cases.tests.factories import department, worker
from opora.packs.actions import publish_practice
from opora.packs.queries import shipped_practices
from opora.sources.queries import source_lines
from opora.web.shell.doors import all_doors

pytestmark = pytest.mark.django_db
PAGES = sorted({place.page for line in source_lines() for place in line.places})


def signed_in(actor: Actor) -> Client:
    client = Client()
    client.force_login(User.objects.get(pk=actor.user_id))
    return client


def test_every_line_is_found_by_its_words_and_by_its_number() -> None:
    browser = signed_in(worker(Role.VOLUNTEER, department()))
    page = browser.get("/sources/?q=сигнал&seed=S4").content.decode()
    assert 'id="S4-01"' in page and 'id="S0-01"' not in page
    assert 'id="S3-77"' in browser.get("/sources/?q=s3-77").content.decode()
    assert "Такой строки нет" in browser.get("/sources/?q=зззззз").content.decode()


def test_from_a_page_one_learns_what_it_is_for() -> None:
    browser = signed_in(worker(Role.COORDINATOR, department()))
    assert 'href="/sources/of/intake/list/"' in browser.get("/signals/").content.decode()
    assert 'id="S4-02"' in browser.get("/sources/of/intake/list/").content.decode()
    assert browser.get("/sources/of/shell/theme/").status_code == 404


def test_a_line_leads_to_its_box_in_the_logic_model() -> None:
    publish_practice(actor=SYSTEM, folder=shipped_practices()["support_and_shelter"])
    page = signed_in(worker(Role.VOLUNTEER, department())).get("/sources/?q=S3-15").content.decode()
    assert 'href="/logic/of/support_and_shelter/boxes/r2/"' in page


@pytest.mark.parametrize("page", PAGES)
def test_a_named_place_has_a_door_and_opens_where_it_needs_no_family(page: str) -> None:
    """Places at a family are opened by the access table, with a family of theirs."""
    assert page in all_doors()
    try:
        address = reverse(page)
    except NoReverseMatch:
        return
    answers = {
        signed_in(worker(role, department())).get(address).status_code
        for role in (Role.HEAD, Role.ADMINISTRATOR, Role.COORDINATOR)
    }
    assert 200 in answers


def test_the_same_table_at_a_terminal(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sources", "--seed", "S4", "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)["sources"]
    assert len(shown) == 44
    assert shown[0]["id"] == "S4-01"
    assert shown[0]["places"][0].keys() == {"what", "url_name", "room"}
    assert main(["sources", "--seed", "S9"]) == 1
