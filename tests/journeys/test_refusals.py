"""Not every family stays: it declines, it is outside the criteria, others help it. Each way out keeps its paper."""

import re

import pytest
from playwright.sync_api import Page, expect

from opora.web.shell.tests.browser import leaving
from tests.journeys import path, signals, steps, study
from tests.journeys.desk import visit

pytestmark = pytest.mark.journey

CALLED, TODAY = steps.days_ago(6), steps.days_ago(0)


def test_a_family_declines_when_it_is_met(desk):
    page = desk.open("coordinator")
    signal = signals.take_signal_in(page, on=CALLED)
    route = signals.path_of(page, signal)
    path.take(page, route, "Назначить встречу")
    study.talk(
        page,
        route,
        how="Встреча",
        whom="Мама",
        result="Отказ от разговора",
        notes="Справляются сами",
        on=TODAY,
        then="Отказ от работы",
    )
    page.get_by_label("Кто отказался").select_option(label="семья")
    page.get_by_label("Почему").fill("Бабушка переехала к семье.")
    page.get_by_role("button", name="Отказ от работы").click()
    path.stands_at(page, "Семья или организация отказались от работы")
    expect(page.locator(".tl li").first).to_contain_text("Бабушка переехала к семье.")
    expect(page.locator(".tl li").first).to_contain_text("Кто отказался: семья")
    nothing_more_happens(page, route)
    visit(page, f"{route}intake/")
    expect(page.get_by_role("link", name="Лично, мать")).to_be_visible()
    expect(page.locator("main .tag.late")).to_have_text("Отказ")


def test_a_family_outside_the_criteria_is_told_by_which_one(desk):
    page = desk.open("coordinator", "/signals/new/")
    signals.write_signal(page, "Соседи слышат плач по ночам", on=CALLED)
    signals.take_in(page, goes_on=True)
    route = signals.path_of(page, 0)
    assert "Отказать: вне критериев</a>" not in page.request.get(route).text()
    answers = {"Семья живёт в регионе программы": "нет", "В семье есть ребёнок": "да"}
    study.answer_criteria(page, route, answers, then="Отказать: вне критериев")
    expect(page.get_by_text("Семья живёт вне региона программы").first).to_be_visible()
    page.get_by_label("День").fill(TODAY.isoformat())
    page.get_by_role("button", name="Отказать: вне критериев").click()
    path.stands_at(page, "Отказ: не соответствует критериям")
    expect(page.locator(".tl li").first).to_contain_text("Семья живёт вне региона программы")
    nothing_more_happens(page, route)
    expect(page.locator("h1 .tag").first).to_be_visible()


def test_a_referral_ends_the_path_only_when_help_was_received(desk):
    page = desk.open("coordinator")
    route = signals.path_of(page, signals.take_signal_in(page, on=CALLED))
    path.take(page, route, "Перенаправить")
    expect(page).to_have_url(re.compile(r"/partners/refer/"))
    partner = f"Центр помощи {steps.new_surname()}"
    add_partner(page, partner)
    refer(page, partner)
    path.waits_for(page, route, "Подтверждение, что помощь у партнёра получена")

    ask(page, route, "помощь не получена")
    path.waits_for(page, route, "Подтверждение, что помощь у партнёра получена")
    expect(page.locator("#next")).to_contain_text("помощь пока не получена")
    ask(page, route, "помощь получена", then="Помощь у партнёра получена")
    path.stands_at(page, "Помощь получена в другой организации")
    visit(page, f"{route}papers/")
    paper = page.locator("li", has_text="Подтверждение, что помощь у партнёра получена").first
    expect(paper).to_contain_text("Есть")
    nothing_more_happens(page, route)


def nothing_more_happens(page: Page, route: str) -> None:
    """The path has ended: no step, no paper, nothing to file."""
    path.show(page, route)
    expect(page.locator("#next a.btn.primary")).to_have_count(0)
    expect(page.get_by_role("link", name="Приложить документ")).to_have_count(0)
    expect(page.get_by_text("Путь завершён")).to_be_visible()


def add_partner(page: Page, name: str) -> None:
    """A partner whom the list of the referral lacks; one comes back to the referral with it chosen."""
    page.get_by_role("link", name="Нет в списке: добавить партнёра").click()
    page.get_by_label("Название организации").fill(name)
    page.get_by_label("Услуги").fill("Продукты, одежда")
    page.get_by_label("Контакты организации").fill("+7 495 000-00-00")
    with leaving(page):
        page.get_by_role("button", name="Сохранить").click()
    page.wait_for_url(re.compile(r"/partners/refer/"))


def refer(page: Page, partner: str) -> None:
    expect(page.get_by_label("Партнёр", exact=True).locator("option:checked")).to_have_text(re.compile(partner))
    page.get_by_label("Семья согласна").check()
    page.get_by_label("Что сообщаем партнёру").fill("Нужны зимние вещи на двоих")
    # The address of the way back stands in that of the form, too.
    with leaving(page):
        page.get_by_role("button", name="Сохранить").click()
    page.wait_for_url(re.compile(r"/routes/\d+/$"))


def ask(page: Page, route: str, answer: str, *, then: str = "") -> None:
    """Ask whether the family was helped, once more if need be."""
    path.show(page, route)
    page.locator("#next").get_by_role("link", name=re.compile("^(Подтвердить|Спросить ещё раз)")).click()
    page.get_by_label(answer, exact=True).check()
    page.get_by_role("button", name=path.going_on(then) if then else "Сохранить", exact=True).click()
    page.wait_for_url(re.compile(r"/routes/\d+/$"))
