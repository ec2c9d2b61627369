"""Urgent help only: an anonymous call, help with an act, the signal decided; no case exists (S2-07, S3-13, S4-04)."""

import re

import pytest
from playwright.sync_api import expect

from opora.web.shell.tests import browser as walk
from tests.journeys import path
from tests.journeys.desk import visit
from tests.journeys.signals import take_signal_in

pytestmark = pytest.mark.journey


def test_help_is_given_without_a_case(desk):
    page = desk.open("head", size=walk.PHONE)
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
