"""The path leaves the main road: a family that declines, two people at one step."""

import pytest
from playwright.sync_api import expect

from tests.journeys import path, steps
from tests.journeys.desk import visit

pytestmark = pytest.mark.journey

OPENED, THEN = steps.days_ago(20), steps.days_ago(5)


def test_a_family_may_decline_at_any_stage_and_the_case_ends_with_its_side_and_reason(desk):
    coordinator = desk.open("coordinator")
    case = steps.open_case(coordinator, on=OPENED)
    why = "Бабушка переехала к семье, помощь больше не нужна."
    path.close(coordinator, case, "Отказ от работы", on=THEN, summary=why, side="семья")
    visit(coordinator, f"/cases/{case}/path/")
    expect(coordinator.locator(".stage-now")).to_contain_text("Семья или организация отказались от работы")


def test_of_two_people_at_one_step_one_wins_and_the_other_is_told(desk):
    coordinator, head = desk.open("coordinator"), desk.open("head")
    case = steps.open_case(coordinator, on=OPENED)
    path.file_paper(coordinator, case, "Договор о комплексном сопровождении", on=THEN)
    step = "Куратор назначен, договор подписан"
    path.choose(head, case, step)
    path.take(coordinator, case, step, on=THEN)
    desk.expect(404, 409, 422)
    head.get_by_label("День").fill(THEN.isoformat())
    head.get_by_role("button", name=step).click()
    expect(head.locator("main")).to_contain_text("кто-то сделал шаг")
    visit(head, f"/cases/{case}/path/")
    expect(head.locator(".stage-now")).to_contain_text("Составление и корректировка ИПР с семьёй")
