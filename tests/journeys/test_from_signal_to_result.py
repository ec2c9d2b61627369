"""The whole walk: a new family comes, is assessed twice, its case is closed, its result is seen and taken away."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.journeys import path, steps
from tests.journeys.desk import settle, visit

pytestmark = pytest.mark.journey

# Nobody of this name is known, however often the walk is repeated.
SURNAME = steps.new_surname()
OPENED, ENTRY, EXIT, CLOSED = (steps.days_ago(days) for days in (60, 58, 3, 2))


def test_from_the_first_signal_to_the_report(desk):
    manager, coordinator = desk.open("manager"), desk.open("coordinator")
    case, number = register_family(manager)
    weak_before = assess(manager, coordinator, case, "Вход", on=ENTRY, weak_every=3)
    weak_after = assess(manager, coordinator, case, "Выход", on=EXIT, weak_every=9)
    assert weak_after < weak_before

    visit(manager, f"/cases/{case}/")
    expect(manager.get_by_text("слабых сторон, на").first).to_contain_text(f"на {weak_before - weak_after} меньше")

    close(coordinator, case)
    assert {str(weak_before), str(weak_after), str(weak_before - weak_after)} <= set(result_of(coordinator, number))
    assert number in text_of_pdf(download(coordinator, "Отчёт в PDF"))
    assert number in words_of_workbook(download(coordinator, "Excel"))


def register_family(page: Page) -> tuple[int, str]:
    """A mother with one child of seven years; nobody like them is known."""
    visit(page, "/cases/new/")
    page.get_by_label("Шифр, имя, телефон или дата рождения").fill(f"{SURNAME} Прасковья")
    page.get_by_role("button", name="Найти семью").click()
    expect(page.get_by_role("heading", name="Ничего не найдено")).to_be_visible()
    page.get_by_role("link", name="Новая семья").click()

    steps.enter_family(page, SURNAME)
    steps.choose_place(page, department="1 ЕФО МР", manager="Анна Белова", on=OPENED)
    page.get_by_role("button", name="Открыть случай").click()
    case = steps.case_shown(page)
    settle(page)
    number = page.locator(".facts dd").first.inner_text()
    expect(page.locator("h1")).to_contain_text(SURNAME)
    # What a browser remembers of a page names nobody.
    expect(page).not_to_have_title(re.compile(SURNAME))
    return case, number


def assess(writer: Page, approver: Page, case: int, point: str, *, on, weak_every: int) -> int:
    """Fill the sheet in from the keyboard and have it approved; gives the number of weak sides."""
    visit(writer, f"/cases/{case}/assessments/")
    writer.get_by_role("link", name=point, exact=True).last.click()
    writer.locator("#id_on").fill(on.isoformat())
    weak = steps.fill_by_keyboard(writer, weak_every=weak_every, comment="Видно на встрече.")
    steps.reach_by_tab(writer, "hand_in")
    writer.keyboard.press("Enter")
    writer.wait_for_url(re.compile(r"/assessments/\d+/$"))
    expect(writer.locator("h1 .tag")).to_have_text("ждёт утверждения")
    expect(writer.locator(".kpi .v").first).to_have_text(str(weak))
    steps.approve(approver, writer.url)
    return weak


def close(page: Page, case: int) -> None:
    """Along the path, with a council that sends the plan back once; no step before its paper."""
    path.waits_for(page, case, "Договор о комплексном сопровождении")
    step = page.locator("#next").get_by_role("link", name=path.TO_CLOSING[0][1], exact=True)
    expect(step).to_have_attribute("aria-disabled", "true")
    path.walk(page, case, path.TO_CLOSING, on=CLOSED)
    path.file_paper(page, case, "Заключение о завершении работы", on=CLOSED)
    path.close(page, case, "Закрыть случай", on=CLOSED, summary="Мама вышла на работу, ребёнок пошёл в школу.")


def result_of(page: Page, number: str) -> list[str]:
    """What the outcome table of the program says of the case."""
    visit(page, f"/outcomes/?closed_from={CLOSED.isoformat()}")
    path.unfold_programs(page)
    row = page.get_by_role("row").filter(has_text=number)
    expect(row).to_have_count(1)
    return row.inner_text().split()


def download(page: Page, name: str) -> bytes:
    with page.expect_download() as waiting:
        page.get_by_role("link", name=name).click()
    return Path(waiting.value.path()).read_bytes()


def text_of_pdf(content: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)


def words_of_workbook(content: bytes) -> set[str]:
    book = load_workbook(BytesIO(content), read_only=True)
    return {
        str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row if cell is not None
    }
