"""Getting to know a family before the decision: criteria, talks, a visit with its report, risks, the report."""

import re
from datetime import date

from playwright.sync_api import Page, expect

from tests.journeys import path
from tests.journeys.desk import reach, visit

IN_REGION = {
    "В семье есть ребёнок младше 18 лет": "да",
    "Семья живёт в регионе программы": "да",
    "Взрослый согласен работать": "да",
}
"""What the criteria of need ask before the risks are known."""


MEETINGS = ("Встреча", "Беседа", "Попытка визита")


def answer_criteria(page: Page, route: str, answers: dict[str, str], *, then: str = "") -> None:
    """Answer what is known; what is not mentioned stays open. ``then`` is the step gone on to in the same press."""
    reach(page, route, "intake/screening/")
    for question, answer in answers.items():
        page.get_by_role("group", name=question).get_by_text(answer, exact=True).click()
    _save(page, path.going_on(then) if then else "")
    expect(page.get_by_text("Ответы записаны.")).to_be_visible()


def talk(page: Page, route: str, *, how: str, whom: str, result: str, notes: str, on: date, then: str = "") -> None:
    """Write down a talk, or that nobody was reached; where the family declined, ``then`` ends the work."""
    _open_sheet(page, route, "meeting" if how in MEETINGS else "call", on)
    page.get_by_role("group", name="С кем").get_by_text(whom, exact=True).click()
    if how in MEETINGS[1:]:
        page.locator("details.line-fold > summary").click()
        page.get_by_label("Как", exact=True).select_option(label=how)
    if not (how in MEETINGS and result == "Поговорили"):
        page.get_by_role("group", name="Чем кончилось").get_by_text(result, exact=True).click()
    page.get_by_label("О чём говорили").fill(notes)
    _save(page, path.going_on(then) if then else "")
    expect(page.get_by_text("Записано.")).to_be_visible()


def plan_visit(page: Page, route: str, *visitors: str, on: date) -> None:
    """Say who goes to the family, or who went; who is chosen sees the path from now on."""
    _open_sheet(page, route, "plan_visit" if on >= date.today() else "visit", on)
    for name in visitors:
        page.get_by_label(name).check(force=True)
    page.locator("form .btn.primary").click()
    expect(page.get_by_text("Записано.")).to_be_visible()


def _open_sheet(page: Page, route: str, kind: str, on: date) -> None:
    visit(page, f"{route}record/{kind}/")
    if on != date.today():
        page.locator("[name=day][value=other]").check(force=True)
        page.locator("[name=date]").fill(on.isoformat())


def report_visit(page: Page, route: str, *, children: int, safety: str = "Есть опасения") -> None:
    """Write the report of the visit that was planned: it stands first on the visitor's page of today."""
    visit(page, "/")
    mine = page.locator(".visits li", has=page.locator(f"a[href^='{route}']"))
    mine.get_by_role("link", name="Записать визит").click()
    page.get_by_label("Кто был дома").fill("Мама и дети")
    for number in range(1, children + 1):
        page.locator(f"[name=seen_{number}][value=yes]").check(force=True)
        page.locator(f"#id_condition_{number}").select_option(label="Вызывает тревогу")
    page.get_by_label("Как живёт семья").fill("Комната сырая, печь не топят с осени")
    page.get_by_label(safety).check()
    _save(page)
    expect(page.get_by_text("Отчёт сохранён.")).to_be_visible()
    page.wait_for_url(re.compile(r":\d+/$"))
    assert "отчёт ждёт утверждения" in page.request.get(route).text()


def approve_visit(page: Page, route: str) -> None:
    path.show(page, route)
    page.locator("#next li", has_text="ждёт утверждения").get_by_role("link", name="Открыть").click()
    page.get_by_role("button", name="Утвердить отчёт").click()
    expect(page.get_by_text("Отчёт о визите утверждён.")).to_be_visible()


def rate_risks(
    page: Page,
    route: str,
    *,
    on: date,
    needs: str = "Дрова на зиму",
    then: str = "",
    goes_on: bool = False,
    **risks: str,
) -> None:
    """Fill the form of risks and resources in; the risks are named by their codes.

    ``then`` is the step taken along; whoever ``goes_on`` is led into the form of what is lacking next.
    """
    reach(page, route, "intake/risks/")
    page.locator("#id_on").fill(on.isoformat())
    for code, level in risks.items():
        page.locator(f"#id_risk_{code}").select_option(level)
    page.locator("#id_resource_motivation").select_option("yes")
    page.get_by_label("В чём семья нуждается").fill(needs)
    _save(page, path.going_on(then) if then else path.TO_THE_NEXT if goes_on else "")
    expect(page.get_by_text("Форма рисков и ресурсов заполнена.")).to_be_visible()


def report_for_the_vote(page: Page, route: str, *, recommendation: str) -> str:
    """Write the analytic report, give it to the vote and the family with it; gives what it said by itself."""
    reach(page, route, "intake/report/")
    gathered = " ".join(field.input_value() for field in page.locator("form.form textarea").all())
    page.get_by_label("Что мы рекомендуем").fill(recommendation)
    page.get_by_role("button", name=path.going_on("Передать на решение")).click()
    expect(page.get_by_text("Отчёт передан на голосование")).to_be_visible()
    expect(page.get_by_text("Сделано: «Передать на решение»")).to_be_visible()
    # The family was put to the decision in order to ask for a vote.
    page.wait_for_url(re.compile(re.escape(f"{route}ballots/new/")))
    return gathered


def _save(page: Page, words: str = "") -> None:
    page.get_by_role("button", name=words or "Сохранить", exact=True).click()
