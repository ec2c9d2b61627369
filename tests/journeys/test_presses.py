"""What counts as a press, and what does not: the same for the journeys of today and of an older checkout."""

import pytest

from tests.journeys import presses

pytestmark = pytest.mark.journey

HOUSE = "http://127.0.0.1"
PAGE = """<!doctype html><meta charset=utf-8><h1>Семья</h1><a href="#x">Дальше</a>
<label><input type=radio name=a value=1 checked>да</label><label><input type=radio name=a value=2>нет</label>
<label><input type=checkbox id=tick>есть</label><select id=list><option>раз<option>два</select><input id=line>
<div data-question><label><input type=radio name=q>1</label></div>"""


@pytest.fixture
def page(chromium):
    page = chromium.new_page()
    page.route("**/*", lambda route: route.fulfill(body=PAGE, content_type="text/html"))
    page.goto(f"{HOUSE}/")
    yield page
    page.close()


def test_links_answers_and_addresses_count_and_what_stands_there_already_does_not(page, monkeypatch):
    walk = presses.watch(monkeypatch)
    page.goto(f"{HOUSE}/form/")
    page.locator("#line").fill("Бабушка переехала")
    page.locator("#line").press("Tab")
    page.get_by_text("да", exact=True).click()
    page.get_by_text("нет", exact=True).click()
    page.locator("#tick").check()
    page.locator("#tick").check()
    page.locator("#list").select_option("раз")
    page.locator("#list").select_option("два")
    page.locator("#line").press("Enter")
    page.get_by_role("link", name="Дальше").click()
    kinds = [kind for kind, _where, _what in walk.presses]
    assert kinds == [presses.ADDRESS, *[presses.CHOICE] * 3, *[presses.STEP] * 2]
    assert {where for _kind, where, _what in walk.presses} == {"/form/"}


def test_a_page_that_is_only_looked_at_costs_no_press(page, monkeypatch):
    walk = presses.watch(monkeypatch)
    page.goto(f"{HOUSE}/looked/at/")
    page.goto(f"{HOUSE}/worked/on/")
    page.goto(f"{HOUSE}/worked/on/?again")
    page.get_by_role("link", name="Дальше").click()
    assert [press[:2] for press in walk.presses] == [(presses.STEP, "/worked/on/")]


def test_the_door_answers_of_an_assessment_and_the_making_of_the_world_stand_apart(page, monkeypatch):
    walk = presses.watch(monkeypatch)
    page.goto(f"{HOUSE}/account/login/")
    page.get_by_role("link", name="Дальше").click()
    open_case(page)
    page.locator("[data-question] label").click()
    page.get_by_role("link", name="Дальше").click()
    assert [press[0] for press in walk.presses] == [presses.SHEET, presses.STEP]
    assert presses.line(walk.presses) == "1 (1, 0, 0, beside 1 answers)"


def open_case(page):
    page.goto(f"{HOUSE}/cases/new/")
    page.get_by_role("link", name="Дальше").click()
