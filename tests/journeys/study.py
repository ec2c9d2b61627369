"""Getting to know a family before the decision: criteria, talks, a visit with its report, risks, the report."""

import re
from datetime import date

from playwright.sync_api import Page, expect

from tests.journeys.desk import visit

IN_REGION = {
    "В семье есть ребёнок младше 18 лет": "да",
    "Семья живёт в регионе программы": "да",
    "Взрослый согласен работать": "да",
}
"""What the criteria of need ask before the risks are known."""


def answer_criteria(page: Page, route: str, answers: dict[str, str]) -> None:
    """Answer what is known; what is not mentioned stays open."""
    visit(page, f"{route}intake/screening/")
    for question, answer in answers.items():
        page.get_by_role("group", name=question).get_by_text(answer, exact=True).click()
    _save(page)
    expect(page.get_by_text("Ответы записаны.")).to_be_visible()


def talk(page: Page, route: str, *, how: str, whom: str, result: str, notes: str, on: date) -> None:
    """Write down a talk, or that nobody was reached."""
    visit(page, f"{route}intake/contact/")
    page.get_by_label("День").fill(on.isoformat())
    page.get_by_label("Как", exact=True).select_option(label=how)
    page.get_by_label("С кем").select_option(label=whom)
    page.get_by_label(result, exact=True).check()
    page.get_by_label("О чём говорили").fill(notes)
    _save(page)
    expect(page.get_by_text("Контакт записан.")).to_be_visible()


def plan_visit(page: Page, route: str, *visitors: str, on: date) -> None:
    """Say who goes to the family; who is chosen sees the path from now on."""
    visit(page, f"{route}intake/visit/")
    page.get_by_label("День визита").fill(on.isoformat())
    for name in visitors:
        page.get_by_label(name).check()
    _save(page)
    expect(page.get_by_text("Визит назначен.")).to_be_visible()


def report_visit(page: Page, route: str, *, children: int, safety: str = "Есть опасения") -> str:
    """Write the report of the visit that was planned; gives its address."""
    visit(page, f"{route}intake/")
    page.get_by_role("link", name="Визит, назначен на").first.click()
    page.get_by_role("link", name="Написать отчёт").click()
    page.get_by_label("Кто был дома").fill("Мама и дети")
    for number in range(1, children + 1):
        page.locator(f"[name=seen_{number}][value=yes]").check(force=True)
        page.locator(f"#id_condition_{number}").select_option(label="Вызывает тревогу")
    page.get_by_label("Как живёт семья").fill("Комната сырая, печь не топят с осени")
    page.get_by_label(safety).check()
    _save(page)
    expect(page.locator("h1 .tag")).to_have_text("Ждёт утверждения")
    return page.url


def approve_visit(page: Page, address: str) -> None:
    visit(page, address)
    page.get_by_role("button", name="Утвердить отчёт").click()
    expect(page.locator("h1 .tag")).to_have_text("Утверждён")


def rate_risks(page: Page, route: str, *, on: date, needs: str = "Дрова на зиму", **risks: str) -> None:
    """Fill the form of risks and resources in; the risks are named by their codes."""
    visit(page, f"{route}intake/risks/")
    page.locator("#id_on").fill(on.isoformat())
    for code, level in risks.items():
        page.locator(f"#id_risk_{code}").select_option(level)
    page.locator("#id_resource_motivation").select_option("yes")
    page.get_by_label("В чём семья нуждается").fill(needs)
    _save(page)
    expect(page.get_by_text("Форма рисков и ресурсов заполнена.")).to_be_visible()


def report_for_the_vote(page: Page, route: str, *, recommendation: str) -> str:
    """Write the analytic report upon what was recorded and give it to the vote; gives what it said by itself."""
    visit(page, f"{route}intake/report/")
    gathered = " ".join(field.input_value() for field in page.locator("form.form textarea").all())
    page.get_by_label("Что мы рекомендуем").fill(recommendation)
    _save(page)
    page.wait_for_url(re.compile(r"/signals/reports/\d+/$"))
    page.get_by_role("button", name="Передать на голосование").click()
    expect(page.locator("h1 .tag")).to_have_text("Передан на голосование")
    expect(page.get_by_role("link", name="Изменить")).to_have_count(0)
    return gathered


def _save(page: Page) -> None:
    page.get_by_role("button", name="Сохранить").click()
