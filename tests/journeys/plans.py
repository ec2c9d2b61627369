"""A plan drawn up with a family in the browser: goals from weak sides and of its own, tasks, an agreement."""

import re
from datetime import date, timedelta

from playwright.sync_api import Page, expect

from tests.journeys.desk import reach, visit


def draw_up_everything(page: Page, route: int) -> dict[str, int]:
    """A plan in force with a goal, a mini-project with a stop, and a version; gives what fills their addresses."""
    begin(page, route, "Хочу, чтобы дети были дома и чтобы хватало на еду.")
    goal = set_goal(page, route, "Дети высыпаются и приходят в школу вовремя")
    give_task(page, route, "Составить распорядок дня", to="Семья", goal=goal)
    task = give_task(page, route, "Вернуть пособие через суд", to="Сотрудники", kind="mini_project")
    visit(page, f"/tasks/{task}/milestones/")
    page.get_by_label("Следующий шаг").fill("Подать заявление")
    page.get_by_label("До какого дня").fill(in_days(20).isoformat())
    page.get_by_role("button", name="Добавить шаг").click()
    expect(page.locator(".tasks")).to_contain_text("Подать заявление")
    stop = number_of(page.locator("form[action*='/milestones/']").first.get_attribute("action"), r"/milestones/(\d+)/")
    agree(page, route)
    return {"goal_id": goal, "task_id": task, "milestone_id": stop, "number": 1}


def route_of(page: Page, case: int) -> int:
    """The path of the case."""
    visit(page, f"/cases/{case}/path/")
    return number_of(page.url, r"/routes/(\d+)/")


def in_days(days: int) -> date:
    return date.today() + timedelta(days=days)


def begin(page: Page, route: int, words: str) -> None:
    """Begin the plan with what the family says; a plan that is there already stays as it is."""
    reach(page, f"/routes/{route}/", "plan/begin/")
    if page.get_by_label("Словами семьи").count():
        page.get_by_label("Словами семьи").fill(words)
        page.get_by_role("button", name="Начать план").click()
    expect(page.get_by_role("heading", name="План работы с семьёй")).to_be_visible()


def set_goal(page: Page, route: int, title: str) -> int:
    """A goal in the words of the family."""
    visit(page, f"/routes/{route}/plan/goals/new/")
    page.locator("#id_title").fill(title)
    page.locator("#id_section").select_option("2")
    page.get_by_role("button", name="Внести в план").click()
    shown = page.locator(".goal", has_text=title).last
    expect(shown).to_be_visible()
    return number_of(shown.get_attribute("id"), r"goal-(\d+)")


def give_task(
    page: Page,
    route: int,
    title: str,
    *,
    to: str,
    name: str = "",
    goal: int | None = None,
    kind: str = "ordinary",
    within: int = 14,
) -> int:
    """A task for the first of a group of those who may answer, or for the one named, due in so many days."""
    visit(page, f"/routes/{route}/plan/tasks/new/" + (f"?goal={goal}" if goal else ""))
    page.locator("#id_title").fill(title)
    answers = page.locator(f"#id_accountable optgroup[label='{to}'] option")
    chosen = (answers.filter(has_text=name) if name else answers).first
    value = chosen.get_attribute("value")
    if page.locator("#id_accountable").input_value() != value:
        page.locator("#id_accountable").select_option(value)
    page.get_by_label("До какого дня").fill(in_days(within).isoformat())
    if kind != "ordinary":
        page.get_by_text("Задача особого вида").click()
        page.locator("#id_kind").select_option(kind)
    page.get_by_role("button", name="Поставить задачу").click()
    shown = page.locator(".tasks li", has_text=title).last
    expect(shown).to_be_visible()
    return number_of(shown.get_attribute("id"), r"task-(\d+)")


def agree(page: Page, route: int, *, reason: str = "") -> None:
    """Put the plan into force; a plan that was returned says what was changed."""
    visit(page, f"/routes/{route}/plan/agree/")
    button = page.get_by_role("button", name="Ввести план в действие")
    if not button.count():
        return
    page.locator("[name=attended]").first.check()
    if reason:
        page.get_by_label("Что изменено и почему").fill(reason)
    button.click()
    expect(page.locator("h1 .tag")).to_have_text("действует")


def number_of(text: str | None, pattern: str) -> int:
    """The number that stands at the marked place."""
    found = re.search(pattern, text or "")
    assert found, f"{text} has no {pattern}"
    return int(found.group(1))
