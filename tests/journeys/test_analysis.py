"""Scenario 6: from the ten historical cases to an honest answer, and to what is changed for it."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys import plans, steps
from tests.journeys.audit import faults
from tests.journeys.desk import visit

pytestmark = pytest.mark.journey

STEPS = ("outcome", "intervention", "hypothesis", "instrument", "indicators", "register")
QUESTION = "Становится ли семьям легче?"


def test_a_hypothesis_is_registered_then_looked_at_then_followed(desk):
    analyst = desk.open("analyst", "/studies/new/")
    analyst.get_by_role("button", name="Начать").click()
    expect(analyst).to_have_url(re.compile(r"/studies/drafts/\d+/what/$"))
    analyst.get_by_label("Вопрос").fill(QUESTION)
    analyst.locator("[name=program]").select_option(label="Комплексное сопровождение")
    analyst.locator("[name=to_on]").fill("2022-12-31")
    for step in STEPS:
        assert faults(analyst) == []
        nothing_is_shown(analyst)
        analyst.locator("form .btn.primary").click()
        expect(analyst).to_have_url(re.compile(rf"/{step}/$"))
    expect(analyst.locator("main")).to_contain_text("Второй признак успеха")
    assert faults(analyst) == []
    nothing_is_shown(analyst)
    analyst.get_by_role("button", name="Записать").click()
    expect(analyst).to_have_url(re.compile(r"/studies/\d+/$"))
    expect(analyst.locator("main")).to_contain_text(re.compile("[0-9a-f]{64}"))
    nothing_is_shown(analyst)
    analyst.get_by_role("button", name="Показать, что говорят данные").click()
    answers_part_by_part(analyst)
    assert faults(analyst) == []
    is_followed(analyst)
    is_told_to_others(analyst)


def nothing_is_shown(page: Page) -> None:
    """Before the stamp and the first look no outcome stands on any page."""
    expect(page.locator("main")).not_to_contain_text("0,0625")
    expect(page.locator("main")).not_to_contain_text("5 из 5")


def answers_part_by_part(page: Page) -> None:
    """Five cases are not enough, and where the children live was not recorded: neither is taken for a no."""
    main = page.locator("main")
    for told in ("данных недостаточно", "5 из 5", "0,0625", "не проверить: где живут дети, не записано"):
        expect(main).to_contain_text(told)
    for finding in ("Оценки на выходе одинаковы", "Номера дел идут не по датам"):
        expect(main).to_contain_text(finding)
    expect(main).to_contain_text("Если бы семьям стало легче само собой")


def is_followed(page: Page) -> None:
    """What was found leads to a change, and later to what was seen of it."""
    page.get_by_role("link", name="Записать решение").press("Enter")
    expect(page).to_have_url(re.compile(r"/decide/$"))
    assert faults(page) == []
    page.get_by_label("Что увидели").fill("Все оценки на выходе одинаковы")
    page.get_by_label("Что меняем").fill("На выходе оценивает второй специалист")
    page.get_by_label("Кто отвечает").fill("Координатор")
    page.get_by_role("button", name="Записать").press("Enter")
    page.get_by_role("link", name="Рассказать, что увидели позже").first.press("Enter")
    expect(page).to_have_url(re.compile(r"/effect/$"))
    assert faults(page) == []
    page.get_by_label("Что увидели позже").fill("Оценки стали различаться")
    page.get_by_role("button", name="Записать").press("Enter")
    expect(page.locator("main")).to_contain_text("Оценки стали различаться")
    visit(page, "/studies/decisions/")
    expect(page.locator("main")).to_contain_text("На выходе оценивает второй специалист")


def is_told_to_others(page: Page) -> None:
    """Interested people read the answer in plain words; five families are too few to show a share of them."""
    visit(page, "/studies/")
    page.get_by_role("link", name=QUESTION).first.click()
    page.get_by_role("link", name="Отчёт для заинтересованных").click()
    expect(page).to_have_url(re.compile(r"/reports/studies/\d+/$"))
    main = page.locator("main")
    expect(main).to_contain_text("не показано: группа слишком мала")
    expect(main).to_contain_text("данных недостаточно")
    expect(main).to_contain_text("На выходе оценивает второй специалист")
    expect(main).not_to_contain_text("5 из 5")
    assert faults(page) == []
    file = page.request.get(f"{page.url}pdf/")
    assert file.body().startswith(b"%PDF")


def test_a_family_takes_its_progress_home(desk):
    """One page in plain words, opened from the plan (S3-62)."""
    manager = desk.open("manager")
    case = steps.open_case(manager, on=steps.days_ago(10))
    route = plans.route_of(manager, case)
    plans.begin(manager, route, "Хотим жить в тепле")
    plans.set_goal(manager, route, "Печь греет")
    manager.get_by_role("link", name="Лист прогресса").click()
    expect(manager).to_have_url(re.compile(r"/routes/\d+/progress/$"))
    for told in ("Хотим жить в тепле", "О чём мы договорились", "Печь греет"):
        expect(manager.locator("main")).to_contain_text(told)
    assert faults(manager) == []
    file = manager.request.get(f"{manager.url}file/")
    assert file.body().startswith(b"%PDF")
