"""Everybody can use every page of the access table: in light and dark, at a desk and on a telephone."""

import time

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from opora.web.shell.doors import all_doors
from tests.access_table.addresses import places as places_of
from tests.journeys import second_factor
from tests.journeys.audit import faults
from tests.journeys.desk import desk_of, sign_in, visit
from tests.journeys.pages import NO_PAGES, ON_A_WALK, PAGES, Places

pytestmark = pytest.mark.journey


@pytest.fixture(scope="module")
def reading_desk(product, chromium, sessions):
    """One desk for all pages: each is only looked at."""
    with desk_of(product, chromium, sessions) as desk:
        desk.expect(404)
        yield desk


@pytest.fixture(scope="module")
def places(reading_desk):
    return Places(reading_desk)


@pytest.fixture(scope="module")
def guarded(reading_desk):
    return second_factor.join(reading_desk, f"lidia.{time.time_ns()}@opora.example")


@pytest.fixture(scope="module")
def readers(reading_desk):
    """A page for each kind of reader, used again and again."""
    return {}


def _reader(who, desk, readers, request):
    if who not in readers:
        session = request.getfixturevalue("guarded").session if who == "guarded" else desk.session(who) if who else None
        readers[who] = desk.context(session).new_page()
    return readers[who]


def test_no_door_is_forgotten():
    assert sorted(all_doors()) == sorted({*PAGES, *NO_PAGES, *ON_A_WALK})


@pytest.mark.parametrize("name", PAGES)
def test_everybody_can_use(name, reading_desk, places, readers, request):
    shown = PAGES[name]
    page = _reader(shown.who, reading_desk, readers, request)
    answer = visit(page, places.address(name))
    assert answer is not None
    assert answer.status == shown.status
    assert answer.header_value("content-type").startswith("text/html")
    assert faults(page) == []


def test_the_second_factor_is_asked_for_at_the_door(reading_desk, guarded):
    page = reading_desk.context().new_page()
    sign_in(page, guarded.email, second_factor.PASSWORD)
    expect(page.locator("#id_code")).to_be_visible()
    assert "/2fa/authenticate/" in page.url
    assert faults(page) == []
    visit(page, "/people/")
    assert "/account/login/" in page.url


@pytest.mark.parametrize("name", sorted(NO_PAGES))
def test_behind_this_door_lies_no_page(name, reading_desk, places):
    """Asked for like a page, it leads on, hands out a file, or says that it takes forms."""
    fillings = {place: "xlsx" if place == "kind" else "exit" if place == "point" else 1 for place in places_of(name)}
    who = "admin" if name.startswith("access:") else "head"
    answer = reading_desk.context(reading_desk.session(who)).request.get(
        reverse(name, kwargs=fillings), max_redirects=0
    )
    assert answer.status != 200 or not answer.headers["content-type"].startswith("text/html")
