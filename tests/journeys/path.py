"""Walking a family along its path in the browser: a paper is filed, a step is taken."""

from datetime import date

from playwright.sync_api import Page, expect

from tests.journeys.desk import visit

# From the contract to the closing of the shipped process: the paper a step waits for, and the words of the step.
TO_CLOSING = (
    ("Договор о комплексном сопровождении", "Куратор назначен, договор подписан"),
    ("Индивидуальный план (ИПР)", "Вынести план на консилиум"),
    ("Протокол консилиума", "Вернуть план с замечаниями"),
    ("Индивидуальный план (ИПР)", "Вынести план на консилиум"),
    ("Протокол консилиума", "Согласовать план"),
    ("", "Перейти к повторной оценке"),
    ("Форма оценки рисков и ресурсов", "Завершать сопровождение"),
)


def walk(page: Page, case: int, steps: tuple[tuple[str, str], ...], *, on: date) -> None:
    """Take these steps one after the other."""
    for paper, step in steps:
        if paper:
            file_paper(page, case, paper, on=on)
        take(page, case, step, on=on)


def file_paper(page: Page, case: int, paper: str, *, on: date) -> None:
    visit(page, f"/cases/{case}/path/")
    page.get_by_role("link", name="Приложить документ").click()
    page.get_by_label("Какой документ").select_option(label=paper)
    page.get_by_label("Дата документа").fill(on.isoformat())
    page.get_by_role("button", name="Приложить").click()
    expect(page.get_by_role("heading", name="Пройденный путь")).to_be_visible()


def take(page: Page, case: int, step: str, *, on: date, why: str = "Замечания учтены не все.") -> None:
    """Take a step that asks for a day and, where it must, a reason."""
    choose(page, case, step)
    page.get_by_label("День").fill(on.isoformat())
    reason = page.get_by_label("Почему")
    if reason.count():
        reason.fill(why)
    page.get_by_role("button", name=step).click()
    expect(page.get_by_role("heading", name="Пройденный путь")).to_be_visible()


def choose(page: Page, case: int, step: str) -> None:
    """Press a step that is possible now."""
    visit(page, f"/cases/{case}/path/")
    page.get_by_role("link", name=step, exact=True).click()
