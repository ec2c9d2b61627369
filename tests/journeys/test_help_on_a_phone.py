"""Help given in a hallway: a visit written down, goods handed over, on the width of a phone."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import count

import pytest
from playwright.sync_api import Page, expect

from opora.web.shell.tests import browser as walk
from tests.journeys import steps
from tests.journeys.desk import Desk, visit

pytestmark = pytest.mark.journey
_blankets: Iterator[int] = count(1)


def test_a_visit_is_written_down_at_the_door(desk: Desk) -> None:
    case = steps.open_case(desk.open("manager"), on=steps.days_ago(3))
    page = desk.open("manager", f"/cases/{case}/", size=walk.PHONE)
    page.locator("[data-record-key]").first.click()
    page.locator("#record").get_by_role("link", name="Визит", exact=True).click()
    sheet = page.locator("#record .record-form")
    sheet.wait_for()
    assert walk.overflow(page) == 0
    sheet.locator("[name=notes]").fill("Дома тепло, дети спят днём")
    sheet.get_by_role("button", name="Сохранить").click()
    expect(page.locator(".toast").filter(has_text="Записано")).to_be_visible()
    visit(page, f"/cases/{case}/life/")
    expect(page.locator(".tl.life").get_by_text("Дома тепло, дети спят днём")).to_have_count(1)
    assert walk.overflow(page) == 0


def test_goods_are_given_once_however_often_the_form_is_sent(desk: Desk) -> None:
    case = steps.open_case(desk.open("manager"), on=steps.days_ago(3))
    keeper = desk.open("warehouse", "/goods/", size=walk.PHONE)
    good = _bring_blankets(keeper, 3)
    page = desk.open("manager", f"/cases/{case}/goods/give/", size=walk.PHONE)
    _ask_for(page, good, "2")
    assert walk.overflow(page) == 0
    # The page stays open meanwhile, and would keep as a draft what was sent past it.
    desk.expect(410)
    # A thumb that touches twice sends the very same form twice: both come to one act.
    typed = page.evaluate("Object.fromEntries(new FormData(document.querySelector('.give-form')))")
    acts = [page.request.post(f"/cases/{case}/goods/give/", form=typed).url for _touch in range(2)]
    assert acts[0] == acts[1] and re.search(r"/goods/acts/\d+/$", acts[0])
    visit(page, acts[0])
    expect(page.locator("main")).to_contain_text("2 шт")
    assert walk.overflow(page) == 0
    visit(keeper, f"/goods/{good}/")
    expect(keeper.locator("main .list").first).to_contain_text("1")


def test_what_was_gone_by_the_time_of_sending_is_named_and_nothing_is_lost(desk: Desk) -> None:
    desk.expect(422)
    case = steps.open_case(desk.open("manager"), on=steps.days_ago(3))
    keeper = desk.open("warehouse", "/goods/", size=walk.PHONE)
    good = _bring_blankets(keeper, 1)
    page = desk.open("manager", f"/cases/{case}/goods/give/", size=walk.PHONE)
    _ask_for(page, good, "1")
    visit(keeper, f"/goods/{good}/off/")
    keeper.locator("main form input[name^=lot_]").first.fill("1")
    keeper.locator("#id_reason").select_option(value="broken")
    keeper.locator("main form .btn.primary").click()
    keeper.wait_for_url(re.compile(rf"/goods/{good}/$"))
    page.get_by_role("button", name="Сохранить").click()
    expect(page.locator("main")).to_contain_text("На полке не хватает")
    assert walk.overflow(page) == 0
    visit(page, f"/cases/{case}/goods/")
    expect(page.locator("main a[href*='/goods/acts/']")).to_have_count(0)


def _bring_blankets(keeper: Page, quantity: int) -> int:
    """A kind of goods nobody else asks for, so many of it on the shelf."""
    name = f"Плед {next(_blankets)}"
    visit(keeper, "/goods/lists/good/")
    keeper.locator("#id_name").fill(name)
    keeper.locator("#id_category").select_option(value="household")
    keeper.locator("main form .btn.primary").click()
    keeper.wait_for_url(re.compile(r"/goods/lists/$"))
    visit(keeper, "/goods/receive/")
    place = keeper.locator("#id_place_id")
    if not place.input_value():
        place.select_option(index=1)
    keeper.locator("#id_on").fill(date.today().isoformat())
    offered = keeper.locator("#id_good_0 option", has_text=name).first.get_attribute("value")
    keeper.locator("#id_good_0").select_option(value=offered)
    keeper.locator("#id_quantity_0").fill(str(quantity))
    keeper.locator("main form .btn.primary").click()
    keeper.wait_for_url(re.compile(r"/goods/$"))
    visit(keeper, f"/goods/?q={name.replace(' ', '+')}")
    link = keeper.locator("main tbody th a", has_text=name).first.get_attribute("href") or ""
    return int(re.findall(r"\d+", link)[0])


def _ask_for(page: Page, good: int, quantity: str) -> None:
    field = page.locator(f"[name='g{good}_']")
    if not field.is_visible():
        page.locator("details.fold", has=field).locator("summary").click()
    field.fill(quantity)
