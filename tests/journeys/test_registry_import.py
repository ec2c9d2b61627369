"""The first day: the first person arrives, brings the organization's register and sees its result."""

from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import expect

import opora
from tests.journeys import path
from tests.journeys.audit import faults
from tests.journeys.desk import desk_of
from tests.journeys.product import running

pytestmark = pytest.mark.journey

REGISTRY = Path(opora.__file__).parent / "registry" / "data" / "registry.xlsx"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.fixture(scope="module")
def empty_house():
    """An installation in which nobody works yet."""
    with running("serve") as product:
        yield product


@pytest.fixture
def desk(empty_house, chromium, sessions):
    with desk_of(empty_house, chromium, sessions) as desk:
        yield desk


def test_from_an_empty_house_to_a_report_of_the_ten_cases(desk):
    desk.expect(422)
    page = desk.context().new_page()
    page.goto(desk.product.setup_link())
    assert faults(page) == []
    page.get_by_label("Имя и фамилия").fill("Вера Холмогорова")
    page.get_by_label("Электронная почта").fill("vera@organization.example")
    page.locator("#id_password1").fill("семь синих чашек на полке")
    page.locator("#id_password2").fill("семь синих чашек на полке")
    page.get_by_role("button", name="Начать").click()
    page.wait_for_url(f"{desk.product.address}/")

    upload(page, "сломанный.xlsx", b"PK\x03\x04 no workbook at all")
    expect(page.locator(".errors, .error").first).to_be_visible()
    expect(page.locator("#imports table")).to_have_count(0)

    upload(page, "реестр.xlsx", REGISTRY.read_bytes())
    expect(page.locator("#results tbody tr").first).to_be_visible()
    assert faults(page) == []
    decide(page)
    tallies_are(page, 10, 0, 0, 0)

    page.goto("/outcomes/")
    path.unfold_programs(page)
    for number in ("17/2021лд", "29/2021 лд"):
        expect(page.get_by_role("row").filter(has_text=number)).to_have_count(1)
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Отчёт в PDF").click()
    assert Path(waiting.value.path()).read_bytes().startswith(b"%PDF")

    upload(page, "реестр.xlsx", REGISTRY.read_bytes())
    tallies_are(page, 0, 0, 10, 0)
    decide(page)
    expect(page.locator("main")).to_contain_text("Менять ничего не пришлось")

    upload(page, "исправленный.xlsx", corrected(REGISTRY))
    tallies_are(page, 0, 1, 9, 0)
    decide(page)
    tallies_are(page, 0, 1, 9, 0)


def upload(page, name: str, content: bytes) -> None:
    page.goto("/registry/")
    page.locator("input[type=file]").set_input_files({"name": name, "mimeType": XLSX, "buffer": content})
    page.get_by_role("button", name="Проверить файл").click()


def decide(page) -> None:
    """Say yes to the preview and wait for the end."""
    page.get_by_role("button", name="Загрузить", exact=True).click()
    expect(page.locator("h1 .tag")).to_have_text("выполнена")


def tallies_are(page, *figures: int) -> None:
    """How many cases are new, change, stay, and how many rows are not taken, once the page is there."""
    expect(page.locator(".kpi .v")).to_have_text([str(figure) for figure in figures])


def corrected(path: Path) -> bytes:
    """The same workbook with one exit total typed anew."""
    book = load_workbook(path)
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if str(cell.value).strip() == "17/2021лд":
                    exit_total = next(one for one in reversed(row) if one.value == 10)
                    exit_total.value = 9
                    out = BytesIO()
                    book.save(out)
                    return out.getvalue()
    raise AssertionError("The register has no case 17/2021лд")
