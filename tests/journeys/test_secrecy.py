"""Whoever has no right to a family learns nothing of it, not even that it is there."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys import steps
from tests.journeys.desk import visit

pytestmark = pytest.mark.journey

PARTS = ("", "people/", "assessments/", "assessments/entry/", "team/", "close/", "journal/", "summary/")


@pytest.mark.parametrize("who", ["volunteer", "manager.kc"])
def test_forbidden_and_absent_look_alike(desk, who):
    desk.expect(404)
    case = steps.open_case(desk.open("coordinator"), on=steps.days_ago(5))
    reader = desk.context(desk.session(who)).request
    for part in PARTS:
        shown = []
        for number in (case, 99_999_999):
            answer = reader.get(f"/cases/{number}/{part}")
            assert answer.status == 404
            shown.append(re.findall(r"<title>.*?</title>|<main.*?</main>", answer.text(), re.DOTALL))
        assert shown[0] == shown[1]
        assert "Такой страницы нет" in shown[0][1]


def test_the_list_and_the_search_leave_other_families_out(desk):
    coordinator = desk.open("coordinator")
    case = steps.open_case(coordinator, on=steps.days_ago(5))
    number = coordinator.locator(".facts dd").first.inner_text()
    visit(coordinator, f"/cases/?state=all&q={number}")
    expect(coordinator.locator(f"a[href='/cases/{case}/']")).to_have_count(1)
    stranger = desk.open("manager.kc", f"/cases/?state=all&q={number}")
    expect(stranger.locator(f"a[href='/cases/{case}/']")).to_have_count(0)
    expect(stranger.get_by_text("Ничего не найдено")).to_be_visible()


def test_the_analyst_sees_figures_and_no_family(desk):
    desk.expect(404)
    page = desk.open("analyst", "/outcomes/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Становится ли семьям легче?")
    assert visit(page, "/cases/").status == 404
    expect(page.get_by_role("link", name="Случаи", exact=True)).to_have_count(0)
