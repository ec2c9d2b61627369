"""The path leaves the main road: danger for a child, a family that declines, two people at one step."""

import pytest
from playwright.sync_api import expect

from tests.journeys import path, steps
from tests.journeys.desk import visit

pytestmark = pytest.mark.journey

OPENED, THEN = steps.days_ago(20), steps.days_ago(5)


def test_a_child_in_danger_is_reported_placed_and_comes_back(desk):
    coordinator = desk.open("coordinator")
    case = steps.open_case(coordinator, on=OPENED)
    path.take(coordinator, case, "Высокий риск для ребёнка", on=THEN, why="Ребёнок один в холодном доме.")
    expect(coordinator.get_by_text("Ещё нет документа «Сообщение в опеку или полицию».").first).to_be_attached()
    path.file_paper(coordinator, case, "Сообщение в опеку или полицию", on=THEN)
    path.take(coordinator, case, "Ребёнок помещён вне семьи", on=THEN)
    path.take(coordinator, case, "Возвращение возможно: работать с семьёй", on=THEN)
    expect(coordinator.locator(".stage-now")).to_contain_text("Составление и корректировка ИПР с семьёй")
    expect(coordinator.locator(".tl")).to_contain_text("Ребёнок один в холодном доме.")


def test_a_family_may_decline_at_any_stage_and_the_case_ends_with_its_side_and_reason(desk):
    coordinator = desk.open("coordinator")
    case = steps.open_case(coordinator, on=OPENED)
    path.choose(coordinator, case, "Отказ от работы")
    coordinator.get_by_label("Дата закрытия").fill(THEN.isoformat())
    coordinator.get_by_label("Кто отказался").select_option(label="семья")
    coordinator.locator("select[id^=id_home_]").select_option(label="кровная семья")
    coordinator.get_by_label("Итог работы").fill("Бабушка переехала к семье, помощь больше не нужна.")
    coordinator.get_by_role("button", name="Закрыть случай").click()
    expect(coordinator.locator("h1 .tag")).to_contain_text("Закрыт")
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
