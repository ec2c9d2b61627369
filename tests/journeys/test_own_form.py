"""A methodologist changes a form in the browser, tries it out, publishes it; a caseworker fills it in."""

import re

import pytest
from playwright.sync_api import expect

from opora.web.shell.tests.browser import PHONE
from tests.journeys import steps
from tests.journeys.desk import visit

pytestmark = pytest.mark.journey
FORM = "/instruments/of/efo/"
WORDS = "Есть где жить вместе с ребёнком, право проживания надёжно и понятно"


def test_a_form_is_changed_tried_out_published_and_filled_in(desk):
    head = desk.open("head", FORM)
    head.get_by_role("button", name="Изменить форму").click()
    expect(head).to_have_url(re.compile(r"/instruments/of/efo/draft/$"))
    head.get_by_role("link", name=re.compile("^1.1 ")).first.click()
    head.locator("#id_text_ru").fill(WORDS)
    head.get_by_role("button", name="Сохранить в черновике").click()
    expect(head).to_have_url(re.compile(r"/draft/#i-1\.1$"))

    # Tried out as a caseworker would see it; nothing is kept.
    head.get_by_role("link", name="Попробовать").click()
    expect(head.get_by_text(WORDS).first).to_be_visible()
    head.locator("input[name='a-1.1-family'][data-weak]").first.check(force=True)
    head.get_by_role("button", name="Показать, что получилось").click()
    expect(head.get_by_role("heading", name="Что получилось")).to_be_visible()
    expect(head.locator(".delta b")).to_have_text("1")

    visit(head, f"{FORM}draft/publish/")
    expect(head.locator("ins", has_text=WORDS)).to_be_visible()
    head.get_by_role("button", name="Опубликовать новую версию").click()
    expect(head).to_have_url(re.compile(r"/instruments/of/efo/$"))
    expect(head.get_by_text(WORDS)).to_be_visible()

    # On a phone a caseworker is asked in the new words.
    case = steps.open_case(desk.open("manager"), on=steps.days_ago(3))
    page = desk.open("manager", f"/cases/{case}/assessments/entry/", size=PHONE)
    expect(page.locator("[id='q-1.1']")).to_contain_text(WORDS)
    steps.fill_quickly(page, weak=1)
    page.get_by_role("button", name="Сдать оценку").click()
    expect(page.locator("h1 .tag")).to_have_text("ждёт утверждения")
    expect(page.locator(".kpi .v").first).to_have_text("1")
