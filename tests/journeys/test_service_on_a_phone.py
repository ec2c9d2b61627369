"""A service is written down in a hallway: on a telephone, with the connection gone, sent twice, and counted once."""

import pytest
from playwright.sync_api import expect

from opora.web.shell.tests import browser as walk
from tests.journeys import steps
from tests.journeys.desk import visit

pytestmark = pytest.mark.journey
WORDS = "Заполнили заявление вместе"


def test_a_service_is_given_on_a_telephone_through_a_lost_connection_and_counted_once(desk):
    desk.expect("ERR_INTERNET_DISCONNECTED")
    case = steps.open_case(desk.open("manager"), on=steps.days_ago(9))
    page = desk.open("manager", f"/cases/{case}/services/", size=walk.PHONE)
    page.get_by_role("link", name="Записать услугу").tap()
    sheet = page.locator("#record .record-form")
    sheet.locator("#id_service_id").select_option(index=1)
    sheet.locator("#id_minutes").fill("45")
    sheet.locator("#id_notes").fill(WORDS)
    sheet.locator("[name=people_ids]").first.check(force=True)
    assert walk.overflow(page) == 0 and not walk.small_targets(page)

    page.context.set_offline(True)
    sheet.get_by_role("button", name="Сохранить").tap()
    page.locator("#record [data-draft]").filter(has_text="Нет связи").wait_for()
    page.context.set_offline(False)
    page.locator("#record [data-draft]").filter(has_text="Сохранено").wait_for()
    address = sheet.get_attribute("action")
    sent = page.evaluate("""() => Object.fromEntries([...new FormData(document.querySelector('#record form'))]
        .filter(([_name, value]) => typeof value === 'string'))""")
    sheet.get_by_role("button", name="Сохранить").tap()
    page.locator(".toast").filter(has_text="Записано").wait_for()

    # The very same form once more, as a telephone sends it whose first answer was lost on the way.
    again = page.request.post(address, multipart=sent, headers={"Referer": page.url}, max_redirects=0)
    assert again.status == 302
    visit(page, f"/cases/{case}/services/")
    expect(page.get_by_text(WORDS)).to_have_count(1)
    expect(page.locator(".figures dd").first).to_have_text("1")
    expect(page.locator(".figures")).to_contain_text("0,8 ч")
    assert walk.overflow(page) == 0
