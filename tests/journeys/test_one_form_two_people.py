"""Two people write the same form at once, one person loses the connection: nothing of it is lost."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys import steps
from tests.journeys.desk import visit

pytestmark = pytest.mark.journey


def test_two_people_get_both_versions_and_a_choice(desk):
    desk.expect(409)
    first, second = desk.open("manager"), desk.open("coordinator")
    case = steps.open_case(second, on=steps.days_ago(20))
    for page in (first, second):
        visit(page, f"/cases/{case}/assessments/entry/")
    steps.fill_quickly(first, weak=2)
    steps.fill_quickly(second, weak=0)
    comment = second.locator(".item").nth(2).locator("textarea")
    steps.answer(second, 2, steps.WEAK)
    comment.fill("Спит на полу")
    first.get_by_role("button", name="Сдать оценку").click()
    expect(first.locator("h1 .tag")).to_have_text("ждёт утверждения")

    second.get_by_role("button", name="Сдать оценку").click()
    expect(second.get_by_text("Анна Белова").first).to_be_visible()
    choices = second.locator("fieldset.pick")
    expect(choices).to_have_count(3)
    expect(choices.nth(2)).to_contain_text("Спит на полу")
    choices.nth(0).locator("input[value=theirs]").check()
    second.get_by_role("button", name="Сохранить выбранное").click()
    second.wait_for_url(re.compile(r"/assessments/\d+/$"))
    expect(second.locator(".kpi .v").first).to_have_text("2")
    expect(second.get_by_text("Спит на полу")).to_be_visible()


def test_what_was_typed_without_a_connection_is_kept_when_it_returns(desk):
    desk.expect("ERR_INTERNET_DISCONNECTED")
    page = desk.open("manager")
    case = steps.open_case(page, on=steps.days_ago(15))
    visit(page, f"/cases/{case}/assessments/entry/")
    page.context.set_offline(True)
    steps.answer(page, 0, steps.WEAK)
    page.locator(".item textarea").first.fill("Квартиру затопило, живут у бабушки")
    expect(page.locator("[data-state]")).to_contain_text("Нет связи")
    page.context.set_offline(False)
    expect(page.locator("[data-state]")).to_contain_text("черновик сохранён")

    elsewhere = desk.open("manager", f"/cases/{case}/assessments/entry/")
    expect(elsewhere.locator(".item textarea").first).to_have_value("Квартиру затопило, живут у бабушки")
    expect(elsewhere.locator("[data-question]").first.locator("input[data-key='3']")).to_be_checked()


def test_an_unsent_form_is_not_left_without_a_question(desk):
    """What is not on the server yet is asked about before the page goes."""
    desk.expect("ERR_INTERNET_DISCONNECTED")
    page = desk.open("manager")
    case = steps.open_case(page, on=steps.days_ago(15))
    visit(page, f"/cases/{case}/assessments/entry/")
    page.context.set_offline(True)
    steps.answer(page, 0, steps.FINE)
    asked = []

    def stay(dialog):
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    page.locator(".crumbs a").first.click(no_wait_after=True)
    expect(page.locator("[data-question]").first.locator("input[data-key='2']")).to_be_checked()
    assert asked == ["beforeunload"]


def test_one_person_in_two_windows_overwrites_nothing_without_a_word(desk):
    desk.expect(409)
    one = desk.open("manager")
    case = steps.open_case(one, on=steps.days_ago(12))
    address = f"/cases/{case}/assessments/entry/"
    visit(one, address)
    other = one.context.new_page()
    visit(other, address)
    for page, key in ((one, "1"), (other, "2")):
        steps.answer(page, 0, key)
        expect(page.locator("[data-state]")).not_to_be_empty()
        expect(page.locator("[data-state]")).not_to_contain_text("сохраняется")
    choice = other.locator("[data-state] button")
    expect(choice).to_have_count(2)
    choice.last.click()
    expect(other.locator("[data-question]").first.locator("input[data-key='1']")).to_be_checked()
