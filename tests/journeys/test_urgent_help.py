"""Urgent help only: an anonymous call, help with an act, the signal decided; no case exists (S2-07, S3-13, S4-04).

At its end the indicators count it: signals, urgent help, units of material aid (IND-01, IND-03, IND-08).
"""

import re

import pytest
from playwright.sync_api import Page, expect

from opora.web.shell.tests import browser as walk
from tests.journeys import path
from tests.journeys.desk import visit
from tests.journeys.indicators import figures_of_today
from tests.journeys.signals import take_signal_in

pytestmark = pytest.mark.journey


COUNTED = ("IND-01", "IND-03", "IND-08", "IND-14")


def test_help_is_given_without_a_case(desk):
    page = desk.open("head", size=walk.PHONE)
    before = figures_of_today(page, *COUNTED)
    signal = take_signal_in(page, story="Закончилась смесь, младенцу три месяца")
    expect(page.get_by_text("Закончилась смесь, младенцу три месяца")).to_be_visible()

    route = int(re.findall(r"/routes/(\d+)/", page.url)[0])
    path.take(page, f"/routes/{route}/", "Оказать срочную помощь")

    expect(page).to_have_url(re.compile(rf"/routes/{route}/intake/aid/"))
    page.locator("#id_formula").fill("2")
    page.get_by_role("button", name=path.going_on("Помощь оказана")).click()
    path.stands_at(page, "Срочная помощь оказана")
    expect(page.locator("a[href^='/cases/'].btn")).to_have_count(0)
    expect(page.locator("main")).to_contain_text("Акт")
    visit(page, "/signals/?state=decided")
    expect(page.get_by_role("link", name=f"№ {signal}", exact=True)).to_be_visible()
    # A signal, an act, two units; of a family without a name it is not known whom the help reached.
    rose(page, before, by=(1, 1, 2, 0))


def test_formula_from_the_warehouse_has_an_act_and_the_signal_is_decided_without_a_case(desk):
    page = desk.open("head", size=walk.PHONE)
    before = figures_of_today(page, *COUNTED)
    signal = take_signal_in(page, story="Закончилась смесь и подгузники, мама одна")
    route = f"/routes/{re.findall(r'/routes/([0-9]+)/', page.url)[0]}/"
    visit(page, f"{route}goods/give/")
    shelf = page.locator("details.fold", has_text="Для малышей")
    shelf.locator("summary").click()
    page.get_by_label(re.compile("Молочная смесь 0–6")).first.fill("2")
    assert walk.overflow(page) == 0
    page.get_by_role("button", name="Сохранить").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Акт выдачи помощи")
    number = re.findall(r"\d+/\d{4}", page.get_by_role("heading", level=1).inner_text())[0]
    expect(page.locator("main")).to_contain_text("Молочная смесь")

    path.take(page, route, "Оказать срочную помощь")
    path.take(page, route, "Помощь оказана")
    path.stands_at(page, "Срочная помощь оказана")
    expect(page.locator("main")).to_contain_text(f"акт {number}")
    expect(page.locator("a[href^='/cases/'].btn")).to_have_count(0)
    for kept_at, told in (
        (f"{route}services/", "материальной помощи"),
        ("/goods/movements/", number),
        ("/signals/?state=decided", f"№ {signal}"),
    ):
        answer = page.request.get(kept_at)
        assert answer.ok and told in answer.text(), kept_at
    rose(page, before, by=(1, 1, 2, 0))


def rose(page: Page, before: dict[str, int], *, by: tuple[int, ...]) -> None:
    """The indicators of today count what was just done."""
    after = figures_of_today(page, *COUNTED)
    assert tuple(after[code] - before[code] for code in COUNTED) == by


def test_a_request_from_the_website_stands_in_the_queue(desk):
    stranger = desk.open(None, "/help/", size=walk.PHONE)
    stranger.locator("#id_story").fill("Нам негде ночевать сегодня")
    stranger.get_by_label("Помощь нужна сегодня").check()
    stranger.get_by_role("button", name="Отправить").click()
    stranger.wait_for_url("**/help/sent/")
    expect(stranger.get_by_text("112")).to_be_visible()

    page = desk.open("head", "/signals/?channel=site")
    page.locator("tbody th a").first.click()
    expect(page.get_by_text("Нам негде ночевать сегодня")).to_be_visible()
