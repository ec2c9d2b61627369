"""Scenario 7: a withdrawal, a term, the destruction with an act and the journal; what was counted stays."""

import csv
import io

import pytest
from playwright.sync_api import Page, expect

from tests.journeys import destruction, path, steps
from tests.journeys.desk import visit

pytestmark = pytest.mark.journey


def test_names_and_words_go_for_good_and_the_case_stays_as_a_number(desk):
    desk.expect(404, 422)
    coordinator, head = desk.open("coordinator"), desk.open("head")
    surname = steps.new_surname()
    case, route = destruction.withdrawn_family(coordinator, surname)
    show_names(head, case)
    expect(head.locator("main")).to_contain_text(surname)

    # The coordinator sees the term and destroys nothing; the head waits for the end of the work.
    assert coordinator.goto(f"{desk.product.address}{route}papers/destroy/").status == 404
    visit(head, f"{route}papers/destroy/")
    expect(head.get_by_text("Работа с семьёй ещё не завершена")).to_be_visible()
    destruction.say_goodbye(coordinator, case)

    visit(head, f"{route}papers/destroy/")
    head.get_by_label("Причина, для акта").fill(destruction.REASON)
    head.get_by_label("Наберите номер пути").fill("0")
    head.get_by_role("button", name="Уничтожить навсегда").click()
    expect(head.get_by_text("Это другой номер.").first).to_be_visible()
    expect(head.get_by_label("Причина, для акта")).to_have_value(destruction.REASON)
    destruction.destroy(head, route)
    expect(head.locator("main")).to_contain_text(destruction.REASON)

    with head.expect_download() as begun:
        head.get_by_role("link", name="Выгрузить журнал").click()
    text = begun.value.path().read_text(encoding="utf-8-sig")
    said = [row[3] for row in csv.reader(io.StringIO(text), delimiter=";")]
    assert any("уничтожены данные" in line for line in said) and surname not in text

    show_names(head, case)
    expect(head.locator("main")).not_to_contain_text(surname)
    visit(head, f"/cases/{case}/")
    expect(head.locator("h1 .tag").last).to_contain_text("Закрыт")
    path.show(head, case)
    expect(head.locator("main")).to_contain_text("Данные этой семьи уничтожены")


def show_names(page: Page, case: int) -> None:
    """The people of the case, with the names that open."""
    visit(page, f"/cases/{case}/people/")
    button = page.get_by_role("button", name="Показать имена")
    if button.count():
        button.click()
        expect(button).to_have_count(0)
