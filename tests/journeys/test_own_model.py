"""A methodologist composes an indicator, changes a logic model, publishes both, and sees the box with its figure."""

import re
import time

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.audit import faults
from tests.journeys.desk import visit

pytestmark = pytest.mark.journey
INDICATOR = "Позвонили сами"
MODEL = "Модель для методиста"
BOX = "Семьи звонят нам"


def test_a_model_is_changed_in_the_browser_and_its_box_bears_a_figure(desk):
    writer = desk.open("methodologist", "/indicators/new/?measure=IND-01")
    figure = composed(writer)
    draft = copied(writer)
    writer.locator("details", has_text="Столбцы").locator("summary").click()
    writer.get_by_role("link", name="Новый столбец").click()
    writer.get_by_label("Название").fill("Отклик")
    writer.get_by_label("Что в нём стоит").select_option(value="output")
    saved(writer, draft)
    writer.get_by_role("link", name="Добавить ячейку", exact=True).first.click()
    writer.locator("#id_text_ru").fill(BOX)
    writer.get_by_label("Столбец").select_option(label="Отклик")
    shown_by(writer, INDICATOR)
    saved(writer, re.compile(r"/boxes/n1/$"))
    writer.get_by_role("link", name="Провести стрелку").click()
    writer.locator("#id_end").select_option(value="r1")
    writer.locator("main form button.primary").click()
    expect(writer.locator("main")).to_contain_text("Стрелка проведена")
    visit(writer, draft)
    assert faults(writer) == []
    writer.get_by_role("link", name="Сравнить и опубликовать").click()
    writer.get_by_role("button", name="Опубликовать новую версию").click()
    expect(writer).to_have_url(re.compile(r"/logic/of/\w+/$"))

    writer.get_by_role("link", name="С числами").click()
    expect(writer.locator(".model-scroll .node", has_text=BOX)).to_have_count(1)
    row = writer.locator(".model-list li", has_text=BOX)
    expect(row).to_contain_text(INDICATOR)
    expect(row).to_contain_text(figure)
    assert faults(writer) == []


def composed(page: Page) -> str:
    """An indicator of one's own, tried out and published; gives what it counts now."""
    page.get_by_label("Название").fill(INDICATOR)
    page.get_by_label("Шифр").fill(f"phone-{time.time_ns()}")
    page.get_by_label("Телефон").check()
    page.get_by_label("За какие дни считать").select_option(value="ever")
    page.get_by_role("button", name="Попробовать").click()
    tried = page.locator(".kpi .v").first
    expect(tried).to_be_visible()
    expect(page.locator("main details", has_text="Посчитаны")).to_have_count(1)
    figure = tried.inner_text()
    page.get_by_role("button", name="Опубликовать").click()
    expect(page).to_have_url(re.compile(r"/indicators/of/[^/]+/$"))
    return figure


def copied(page: Page) -> str:
    """A model begun as a copy of the one that every product has; gives the address of its draft."""
    visit(page, "/logic/of/support_and_shelter/")
    page.get_by_role("link", name="Новая модель по образцу этой").click()
    page.get_by_label("Название").fill(MODEL)
    page.get_by_role("button", name="Начать модель").click()
    expect(page).to_have_url(re.compile(r"/draft/$"))
    return page.url


def shown_by(page: Page, indicator: str) -> None:
    """The box is counted by an indicator, chosen by its name."""
    page.get_by_label("Когда считается достигнутым").fill("Семья позвонила")
    page.get_by_label("По чему это видно").select_option(value="computed")
    page.locator("summary", has_text="Чем это подтверждается").click()
    page.locator("summary", has_text="Показатели").click()
    page.get_by_label(indicator).first.check()


def saved(page: Page, address: str | re.Pattern[str]) -> None:
    page.get_by_role("button", name="Сохранить в черновике").click()
    expect(page).to_have_url(address)
