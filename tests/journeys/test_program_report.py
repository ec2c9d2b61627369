"""Scenario 8: the quarter of «Мама рядом», from the preset to the report that was taken; every figure opens.

Scenario 10 beside it, in the same house of several practices: the chain of a program, and that of one family.
"""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys import steps
from tests.journeys.audit import faults
from tests.journeys.conftest import FAMILIES
from tests.journeys.desk import Desk, desk_of, visit
from tests.journeys.product import Product, running

pytestmark = pytest.mark.journey


@pytest.fixture(scope="module")
def several_practices() -> Iterator[Product]:
    """A house of its own: a program more would stand in every choice of the other journeys."""
    with running("demo", "--families", str(FAMILIES), families=FAMILIES) as product:
        for practice in ("mama_ryadom", "family_help"):
            product.publish(practice)
        yield product


@pytest.fixture
def house(several_practices: Product, chromium: Browser) -> Iterator[Desk]:
    with desk_of(several_practices, chromium, {}) as desk:
        yield desk


LINES = (*range(31, 47), *range(47, 55))
"""Eight outputs, nine lines of social results (one number stands in two blocks of the source), eight effects."""
WORDS = "Стало больше консультаций по телефону."


def test_the_quarter_of_a_program_is_composed_opened_and_taken(house):
    analyst = house.open("analyst", "/outcomes/")
    analyst.get_by_role("link", name="Отчёты", exact=True).click()
    expect(analyst).to_have_url(re.compile(r"/reports/$"))
    analyst.get_by_role("link", name="Новый отчёт").click()
    expect(analyst).to_have_url(re.compile(r"/reports/new/$"))
    assert faults(analyst) == []
    analyst.get_by_role("link", name="«Мама рядом»: отчёт за квартал").click()
    expect(analyst).to_have_url(re.compile(r"/reports/new/quarter/$"))
    analyst.get_by_role("button", name="Начать отчёт").click()
    expect(analyst).to_have_url(re.compile(r"/reports/\d+/$"))
    address = analyst.url
    main = analyst.locator("main")
    for number in LINES:
        expect(main).to_contain_text(f"(S2-{number})")
    assert faults(analyst) == []
    opens(analyst, address)
    is_written(analyst, address)
    is_taken(analyst)


def opens(page: Page, address: str) -> None:
    """A figure leads to what it is and how it is counted, an effect to its source, each for the days of the report."""
    page.locator("tr", has_text="(S2-32)").get_by_role("link").click()
    expect(page).to_have_url(re.compile(r"/indicators/of/IND-05/\?.*from_on="))
    expect(page.locator("main")).to_contain_text("Как это посчитано")
    visit(page, address)
    page.locator("tr", has_text="(S2-48)").get_by_role("link").first.click()
    expect(page).to_have_url(re.compile(r"/indicators/outside/"))
    visit(page, address)


def is_written(page: Page, address: str) -> None:
    """The preset says in plain words what to write; what is written stands in its place."""
    part = page.locator("section.part", has_text="Главное за квартал")
    part.get_by_role("link", name="Написать").click()
    expect(page).to_have_url(re.compile(r"/reports/blocks/\d+/$"))
    assert faults(page) == []
    page.get_by_label("Текст").fill(WORDS)
    page.get_by_role("button", name="Сохранить").click()
    expect(page.locator("main")).to_contain_text(WORDS)


def is_taken(page: Page) -> None:
    """Taken it bears its fingerprint and the mark of the house, and leaves as a tagged PDF."""
    page.get_by_role("link", name="Снять отчёт").click()
    page.get_by_role("button", name="Снять отчёт").click()
    expect(page).to_have_url(re.compile(r"/reports/taken/\d+/$"))
    main = page.locator("main")
    expect(main).to_contain_text(re.compile("[0-9a-f]{64}"))
    expect(main).to_contain_text(WORDS)
    expect(main).to_contain_text("наружу — только через выпуск")
    assert faults(page) == []
    file = page.request.get(f"{page.url}files/pdf/")
    assert file.status == 200 and file.body().startswith(b"%PDF")


def test_the_chain_of_a_program_and_of_one_family(house):
    head = house.open("head", "/chain/outcome_chain/")
    main = head.locator("main")
    expect(main).to_contain_text("Ребенок живет в кровной семье в безопасности")
    expect(main).to_contain_text("Судебная система будет работать на интересы ребенка")
    # Eleven directions, thirty services, forty results: each box stands there with its figure or with why it has none.
    expect(main.locator(".model-list li")).to_have_count(81)
    case = steps.open_case(house.open("coordinator"), on=steps.days_ago(30))
    visit(head, f"/chain/outcome_chain/family/{case}/")
    expect(main.locator(".model-list li")).to_have_count(81)
    expect(main).to_contain_text("О чём ничего не отметили, то не известно")
    head.get_by_role("link", name="У этой семьи не сбылось").first.click()
    head.get_by_label("По чему это видно").fill("Суд отложил заседание в третий раз")
    assert faults(head) == []
    head.get_by_role("button", name="Сохранить").click()
    expect(main.locator("li", has_text="Судебная система")).to_contain_text("не сбылось")
    assert faults(head) == []
