"""Everybody can use the pages of the house itself: the door, the people, the figures, the journal."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from opora.web.shell.doors import all_doors
from tests.access_table.addresses import places as places_of
from tests.journeys import second_factor
from tests.journeys.audit import faults
from tests.journeys.desk import sign_in, visit
from tests.journeys.help import HELP
from tests.journeys.pages import GUARDED, NO_PAGES, ON_A_WALK, PAGES, PATH, WORK

pytestmark = pytest.mark.journey


def test_no_door_is_forgotten():
    assert sorted(all_doors()) == sorted({*PAGES, *NO_PAGES, *ON_A_WALK})


@pytest.mark.parametrize(
    "name", [name for name in PAGES if not name.startswith(WORK + PATH + HELP) and PAGES[name] != GUARDED]
)
def test_everybody_can_use(name, readers):
    assert readers.look_at(name) == []


@pytest.mark.parametrize("name", [name for name in PAGES if PAGES[name] == GUARDED])
def test_everybody_with_a_second_factor_can_use(name, readers, guarded):
    if "guarded" not in readers.pages:
        readers.seat("guarded", guarded.session)
    assert readers.look_at(name) == []


def test_the_second_factor_is_asked_for_at_the_door(reading_desk, guarded):
    page = reading_desk.context().new_page()
    sign_in(page, guarded.email, second_factor.PASSWORD)
    expect(page.locator("#id_code")).to_be_visible()
    expect(page).to_have_url(re.compile("/2fa/authenticate/"))
    assert faults(page) == []
    visit(page, "/people/")
    expect(page).to_have_url(re.compile(r"^[^/]+//[^/]+/account/"))


@pytest.mark.parametrize("name", sorted(NO_PAGES))
def test_behind_this_door_lies_no_page(name, readers):
    """Asked for like a page, it leads on, hands out a file, or says that it takes forms."""
    fillings = {place: "xlsx" if place == "kind" else "exit" if place == "point" else 1 for place in places_of(name)}
    who = "admin" if name.startswith("access:") else "head"
    answer = readers.page_of(who).request.get(reverse(name, kwargs=fillings), max_redirects=0)
    assert answer.status != 200 or not answer.headers["content-type"].startswith("text/html")
