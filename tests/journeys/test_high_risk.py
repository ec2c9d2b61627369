"""A child in danger: seen at a re-assessment, reported in time, placed, brought home again (S4-15…20)."""

import re

import pytest
from playwright.sync_api import Page, expect

from opora.web.shell.tests import browser as walk
from tests.journeys import path, plans, steps
from tests.journeys.desk import reach, visit

pytestmark = pytest.mark.journey

OPENED, ENTRY, THEN = (steps.days_ago(days) for days in (60, 58, 4))
TODAY, SOON = steps.days_ago(0), steps.days_ago(-14)
NOTICE = "Сообщение в опеку или полицию"


def test_one_of_two_children_is_placed_and_comes_home(desk):
    coordinator, manager = desk.open("coordinator"), desk.open("manager")
    case = steps.open_named_case(coordinator, steps.new_surname(), on=OPENED, children=2)
    path.walk(coordinator, case, path.TO_CLOSING[:1] + path.TO_CLOSING[3:6], on=TODAY)
    route = path.route_of(coordinator, case)
    see_danger(manager, case)

    path.take(manager, case, "Высокий риск для ребёнка", on=TODAY, why="Младшего оставляют одного с плитой.")
    expect(manager.get_by_role("heading", level=1)).to_have_text("Сообщение о высоком риске")
    path.show(manager, case)
    path.stands_at(manager, "Сообщение в опеку или полицию о высоком риске")
    expect(manager.locator(".stage-now .tag.late")).to_have_count(0)
    path.waits_for(coordinator, case, NOTICE)
    report(coordinator, route)
    told_outside(coordinator, route)

    place(manager, case, "кровная семья", "учреждение")
    expect(manager.locator("#people")).to_contain_text("кровная семья")
    lessen_harm(manager, plans.number_of(route, r"(\d+)"))
    go_to_court_with(manager, plans.number_of(route, r"(\d+)"))
    path.take(manager, case, "Возвращение возможно: работать с семьёй", on=TODAY)
    path.stands_at(manager, "Составление и корректировка ИПР с семьёй")
    place(manager, case, "кровная семья", "кровная семья")
    expect(manager.locator("#people .tag.ok", has_text="кровная семья")).to_have_count(2)
    path.show(manager, case)
    expect(manager.locator(".tl")).to_contain_text("Младшего оставляют одного с плитой.")


def see_danger(page: Page, case: int) -> None:
    """A re-assessment in which an item about safety is critical: the page says so at once."""
    visit(page, f"/cases/{case}/assessments/review/")
    page.locator("#id_on").fill(TODAY.isoformat())
    steps.fill_quickly(page)
    unsafe = page.locator(".item", has=page.locator(".safety")).first
    unsafe.locator("[data-question]").first.locator("label", has=page.locator("input[data-key='4']")).click()
    unsafe.locator(".comment textarea").fill("Один дома с включённой плитой")
    page.get_by_role("button", name="Сдать оценку").click()
    expect(page.locator("h1 .tag")).to_have_text("ждёт утверждения")
    expect(page.locator(".notice.late")).to_be_visible()


def report(page: Page, route: str) -> None:
    """The guardianship authority is told, with the hour and the day of its answer, and takes the child away."""
    reach(page, route, "papers/notice/")
    page.get_by_label("Какой орган, кто принял").fill("Опека района, дежурный")
    page.get_by_label("Во сколько").fill("00:05")
    page.get_by_label("О чём сообщаем").fill("Ребёнок четырёх лет остаётся один с включённой плитой")
    page.get_by_label("Ответ ждём до").fill(steps.days_ago(-3).isoformat())
    page.get_by_role("button", name=path.going_on("Ребёнок помещён вне семьи")).click()
    expect(page.get_by_text("Сообщение внесено, передача сведений записана.")).to_be_visible()
    expect(page.get_by_text("Сделано: «Ребёнок помещён вне семьи»")).to_be_visible()
    visit(page, f"{route}papers/")
    expect(page.locator(".tag", has_text="Ждём ответа")).to_be_visible()


def told_outside(page: Page, route: str) -> None:
    """To whom, what and on which ground stands in a log that is never changed."""
    visit(page, f"{route}papers/disclosures/")
    row = page.get_by_role("row").nth(1)
    for words in ("Опека района, дежурный", "Обязанность по закону", "Елена Соколова"):
        expect(row).to_contain_text(words)


def lessen_harm(page: Page, route: int) -> None:
    """While a child is away, somebody cares that the harm stays small: for the child and for the mother."""
    plans.begin(page, route, "Хотим, чтобы сын был дома")
    missing = page.locator("#harm .notice")
    for lack, what, who in (
        ("Пока нет задач ни для ребёнка, ни для матери.", "Навещать каждую субботу", "Сотрудники"),
        ("Для матери пока нет задачи.", "Ходить в группу поддержки", "Семья"),
    ):
        expect(missing).to_contain_text(lack)
        with walk.leaving(page):
            missing.get_by_role("link", name="Задача").click()
        page.get_by_label("Что сделать").fill(what)
        expect(page.locator(f"#id_accountable optgroup[label='{who}'] option:checked")).to_have_count(1)
        page.get_by_label("До какого дня").fill(SOON.isoformat())
        page.get_by_role("button", name="Поставить задачу").click()
        expect(page.locator("#harm .tasks li", has_text=what)).to_be_visible()
    expect(missing).to_have_count(0)


def go_to_court_with(page: Page, route: int) -> None:
    """A mini-project with stops of its own, until the rights are restored."""
    task = plans.give_task(page, route, "Сопровождать в суде", to="Сотрудники", kind="mini_project")
    visit(page, f"/tasks/{task}/milestones/")
    page.get_by_label("Следующий шаг").fill("Решение суда: права восстановлены")
    page.get_by_label("До какого дня").fill(TODAY.isoformat())
    page.get_by_role("button", name="Добавить шаг").click()
    page.get_by_role("button", name="Пройдено: Решение суда").click()
    expect(page.locator(".tasks li", has_text="Решение суда")).to_contain_text("пройдено")


def place(page: Page, case: int, *homes: str) -> None:
    """Record where the children live from today, all on one page, and look at the family."""
    path.show(page, case)
    page.get_by_role("link", name="Где живут", exact=True).click()
    selects = page.locator("select[id^=id_home_]")
    expect(selects).to_have_count(len(homes))
    for select, home in zip(selects.all(), homes, strict=True):
        if select.locator("option:checked").inner_text() != home:
            select.select_option(label=home)
    page.get_by_role("button", name="Записать").click()
    page.wait_for_url(re.compile(r"/routes/\d+/$"))
