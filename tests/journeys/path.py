"""Walking a family along its path in the browser: a paper is filed, a step is taken."""

import re
from datetime import date

from playwright.sync_api import Page, expect

from opora.web.shell.tests.browser import leaving
from tests.journeys.desk import settle, visit
from tests.journeys.votes import APPROVE, RETURN, hold_council

# From the contract to the closing of the shipped process: the paper a step waits for, or what a council decides, and
# the words of the step.
TO_CLOSING = (
    ("Договор о комплексном сопровождении", "Куратор назначен, договор подписан"),
    ("Индивидуальный план (ИПР)", "Вынести план на консилиум"),
    (RETURN, "Вернуть план с замечаниями"),
    ("Индивидуальный план (ИПР)", "Вынести план на консилиум"),
    (APPROVE, "Согласовать план"),
    ("", "Перейти к повторной оценке"),
    ("Форма оценки рисков и ресурсов", "Завершать сопровождение"),
)
# What a repeated assessment brings by itself, where the journey fills none in.
REASSESSED = "Повторная ЕФО"
TO_THE_NEXT = "Сохранить и перейти к следующему"

Where = int | str
"""A case by the number of its address, or the address of a path that has no case yet."""


def walk(page: Page, where: Where, steps: tuple[tuple[str, str], ...], *, on: date) -> None:
    """Take these steps one after the other."""
    is_today = on == date.today()
    for paper, step in steps:
        if paper == APPROVE:
            hold_council(page, route_of(page, where), decision=paper, remarks="Уточнить сроки", goes_on=is_today, on=on)
            if not is_today:
                take(page, where, step, on=on)
        elif paper == RETURN:
            hold_council(page, route_of(page, where), decision=paper, remarks="Уточнить сроки", on=on)
            take(page, where, step, on=on)
        elif paper:
            file_paper(page, where, paper, on=on, then=step)
        else:
            take(page, where, step, on=on)


def file_paper(page: Page, where: Where, paper: str, *, on: date, then: str = "", goes_on: bool = False) -> None:
    """Write down that a paper of the path is there, from the line that waits for it; ``then`` is taken along.

    A step that is taken along is taken today: on another day it is taken on its own page. Whoever ``goes_on`` is led
    into the form of what is lacking next, or to the page of ``then`` where that asks more.
    """
    show(page, where)
    line = page.locator("#next .needs li", has_text=paper).get_by_role("link", name="Уже есть на бумаге")
    if line.count():
        with leaving(page):
            line.click()
    else:
        visit(page, f"{route_of(page, where)}file-paper/")
    kind = page.get_by_label("Какой документ")
    if kind.locator("option:checked").inner_text() != paper:
        kind.select_option(label=paper)
    page.get_by_label("Дата документа").fill(on.isoformat())
    if goes_on:
        page.get_by_role("button", name=going_on(then) if then else TO_THE_NEXT, exact=True).click()
        page.wait_for_url(lambda address: "/file-paper/" not in address)
        return
    along = page.get_by_role("button", name=going_on(then), exact=True)
    if then and on == date.today() and along.count():
        along.click()
        expect(page.get_by_text(f"Сделано: «{then}»")).to_be_visible()
        return
    page.get_by_role("button", name="Приложить").click()
    expect(page.get_by_role("heading", name=re.compile("^(Что дальше|Чем закончилась работа)$"))).to_be_visible()
    if then:
        take(page, where, then, on=on)


def going_on(step: str) -> str:
    """The words of the button that saves a record and takes the step which waited for it."""
    return f"Сохранить и дальше: «{step}»"


def take(page: Page, where: Where, step: str, *, on: date | None = None, why: str = "Замечания учтены не все.") -> None:
    """Take a step: where it is read if it is of today and asks nothing, else on its page, with a day and a reason."""
    show(page, where)
    at_once = page.locator("#next").get_by_role("button", name=step, exact=True)
    if on in {None, date.today()} and at_once.count():
        # What to do next is told before the step and after it: only the new page tells that it was taken.
        with leaving(page):
            at_once.click()
    else:
        _take_on_its_page(page, where, step, on=on, why=why)
    # Some steps lead on into the form that they are taken for.
    expect(page.get_by_text(f"Сделано: «{step}»")).to_be_visible()


def _take_on_its_page(page: Page, where: Where, step: str, *, on: date | None, why: str) -> None:
    choose(page, where, step)
    if on is not None:
        page.get_by_label("День").fill(on.isoformat())
    reason = page.get_by_label("Почему")
    if reason.count():
        reason.fill(why)
    page.get_by_role("button", name=step).click()


def choose(page: Page, where: Where, step: str) -> None:
    """Open the page of a step that is possible now."""
    show(page, where)
    card = page.locator("#next")
    link = card.get_by_role("link", name=step, exact=True)
    if card.get_by_role("button", name=step, exact=True).count():
        link = card.get_by_role("link", name="В другой день или с пометкой")
    elif not link.first.is_visible():
        page.locator(".other-steps > summary").click()
    with leaving(page):
        link.click()


def show(page: Page, where: Where) -> None:
    """Open the path, with all its parts."""
    visit(page, f"/cases/{where}/path/" if isinstance(where, int) else where)


def stands_at(page: Page, stage: str) -> None:
    """The page that is open shows the path at this stage or exit."""
    expect(page.locator(".stage-now")).to_contain_text(stage)


def waits_for(page: Page, where: Where, paper: str) -> None:
    """The path does not go on before this paper, and says so."""
    show(page, where)
    expect(page.locator("#next").get_by_text(paper).first).to_be_attached()


def route_of(page: Page, where: Where) -> str:
    """The address of the path itself."""
    show(page, where)
    settle(page)
    found = re.search(r"/routes/\d+/", page.url)
    assert found, page.url
    return found.group()


def close(page: Page, where: Where, step: str, *, on: date, summary: str, side: str = "") -> None:
    """Close the case by an exit of its path: the reason is offered by it, each child's home is asked.

    Whoever was led there by the last paper stays.
    """
    if not re.search(r"/cases/\d+/close/", page.url):
        choose(page, where, step)
    page.get_by_label("Дата закрытия").fill(on.isoformat())
    if side:
        page.get_by_label("Кто отказался").select_option(label=side)
    for home in page.locator("select[id^=id_home_]").all():
        home.select_option(label="кровная семья")
    unmeasured = page.locator("#id_no_exit")
    if unmeasured.count():
        unmeasured.select_option(index=1)
    page.get_by_label("Итог работы").fill(summary)
    page.get_by_role("button", name="Закрыть случай").click()
    page.wait_for_url(re.compile(r"/cases/\d+/$"))
    expect(page.locator("h1 .tag").last).to_contain_text("Закрыт")


def is_looked_at_again(page: Page, case: int, *, on: date) -> None:
    """The page of the closed case, which is open, says on which day somebody looks in, and takes the visit down."""
    ended = page.locator("section", has=page.get_by_role("heading", name="Чем закончилась работа", exact=True))
    line = ended.get_by_role("listitem").filter(has_text="Мониторинг")
    expect(line).to_have_count(1)
    expect(line.locator("small")).to_have_text(
        re.compile(rf"^{on:%d\.%m\.%Y}, через {(on - date.today()).days} (день|дня|дней)$")
    )
    expect(line.get_by_role("link", name="Записать визит", exact=True)).to_have_attribute(
        "href", f"/cases/{case}/follow-up/"
    )


def unfold_programs(page: Page) -> None:
    """Open every program on the page of outcomes: its table of cases is folded beneath the answer."""
    folded = page.locator("details.program:not([open]) > summary")
    for _program in range(folded.count()):
        folded.first.click()
