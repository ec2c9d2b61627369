"""The assessment form where no script runs: an old telephone, a strict browser."""

import pytest
from playwright.sync_api import expect

from opora.web.shell.tests.browser import leaving
from tests.journeys import steps

pytestmark = pytest.mark.journey


def test_wrong_input_keeps_everything_and_a_right_form_is_saved(desk):
    desk.expect(422)
    case = steps.open_case(desk.open("manager"), on=steps.days_ago(30))
    page = desk.open("manager", f"/cases/{case}/assessments/entry/", script=False)
    expect(page.locator(".comment textarea").first).not_to_be_visible()
    steps.point_at_each(page, weak=1)
    page.locator(".comment textarea").first.fill("Живут у знакомых")
    last = page.locator("[data-question]").last
    name = last.locator("input").first.get_attribute("name")
    page.locator("#id_on").fill(steps.days_ago(-3).isoformat())
    page.get_by_role("button", name="Сдать оценку").click()

    expect(page.locator("section.errors")).to_be_visible()
    expect(page.locator(".comment textarea").first).to_have_value("Живут у знакомых")
    expect(page.locator("#id_on")).to_have_value(steps.days_ago(-3).isoformat())
    questions = page.locator("[data-question]").count()
    expect(page.locator("[data-question] input:checked")).to_have_count(questions)
    expect(page.locator(f"input[name='{name}']:checked")).to_have_attribute("data-key", steps.FINE)

    page.locator("#id_on").fill(steps.days_ago(28).isoformat())
    page.get_by_role("button", name="Сдать оценку").click()
    expect(page.locator("h1 .tag")).to_have_text("ждёт утверждения")
    expect(page.locator(".kpi .v").first).to_have_text("1")
    expect(page.get_by_text("Живут у знакомых")).to_be_visible()


def test_questions_without_an_answer_are_named_and_a_gap_may_be_said(desk):
    desk.expect(422)
    case = steps.open_case(desk.open("manager"), on=steps.days_ago(30))
    page = desk.open("manager", f"/cases/{case}/assessments/entry/", script=False)
    steps.answer(page, 0, steps.FINE)
    with leaving(page):
        page.get_by_role("button", name="Сдать оценку").click()
    questions = page.locator("[data-question]").count()
    expect(page.locator(".question.wrong")).to_have_count(questions - 1)
    second = page.locator("[data-question]").nth(1).get_attribute("id")
    expect(page.locator("section.errors .gap a").first).to_have_attribute("href", f"#{second}")
    expect(page.locator("[data-question] input:checked")).to_have_count(1)

    page.get_by_label("с пропусками").check()
    page.get_by_role("button", name="Сдать оценку").click()
    expect(page.locator("h1 .tag")).to_have_text("ждёт утверждения")


def test_a_draft_is_kept_by_a_button_of_its_own(desk):
    case = steps.open_case(desk.open("manager"), on=steps.days_ago(30))
    page = desk.open("manager", f"/cases/{case}/assessments/entry/", script=False)
    steps.answer(page, 0, steps.WEAK)
    page.locator(".comment textarea").first.fill("Начали, допишу вечером")
    page.get_by_role("button", name="Сохранить черновик").click()
    page.get_by_role("link", name="Вход", exact=True).click()
    expect(page.locator(".comment textarea").first).to_have_value("Начали, допишу вечером")
