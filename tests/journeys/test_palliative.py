"""A family that needs support until its child is of age: reminded in time, closed for it, counted apart (S4-39)."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys import path, steps
from tests.journeys.desk import visit

pytestmark = pytest.mark.journey

OPENED, MARKED, TODAY = steps.days_ago(20), steps.days_ago(15), steps.days_ago(0)
# Eighteen years have four or five leap days: the birthday was one or two days ago.
BORN = steps.days_ago(18 * 365 + 6)
TO_CLOSING = (*path.TO_CLOSING[:2], *path.TO_CLOSING[4:])


def test_the_youngest_child_comes_of_age(desk):
    coordinator, manager = desk.open("coordinator"), desk.open("manager")
    case = steps.open_named_case(coordinator, steps.new_surname(), on=OPENED, born=[BORN])
    number = coordinator.locator(".facts dd").first.inner_text()
    mark(manager, path.route_of(manager, case))
    is_reminded_of(manager, number)
    path.walk(coordinator, case, TO_CLOSING[:-1], on=TODAY)
    path.file_paper(coordinator, case, path.REASSESSED, on=TODAY)
    path.walk(coordinator, case, TO_CLOSING[-1:], on=TODAY)
    path.file_paper(coordinator, case, "Заключение о завершении работы", on=TODAY)

    path.choose(coordinator, case, "Закрыть случай")
    expect(coordinator.get_by_text("по этой причине случай можно закрыть")).to_be_visible()
    expect(coordinator.get_by_label("Почему работа заканчивается")).to_have_value("came_of_age")
    path.close(coordinator, case, "Закрыть случай", on=TODAY, summary="Сын вырос и остался жить с мамой.")
    stands_apart(coordinator, number)


def mark(page: Page, route: str) -> None:
    """The case is of another type from a day on, for a reason; without one nothing changes."""
    path.show(page, route)
    page.locator(".family-menu > summary").click()
    page.locator(".family-menu").get_by_role("link", name="Тип случая", exact=True).click()
    page.get_by_label("С какого дня").fill(MARKED.isoformat())
    page.get_by_label("Почему").fill("Мама не сможет жить без поддержки, сын здоров и любим.")
    page.get_by_role("button", name="Отметить: социальный паллиатив").click()
    expect(page.get_by_text("Случай отмечен как социальный паллиатив.")).to_be_visible()


def is_reminded_of(page: Page, number: str) -> None:
    """The birthday is named by the number of the case; neither a name nor the day of birth is told."""
    visit(page, "/reminders/")
    line = page.locator("li", has_text="Младшему ребёнку исполняется 18 лет").filter(has_text=number)
    expect(line).to_have_count(1)
    expect(page.locator("main")).not_to_contain_text(f"{BORN:%d.%m.%Y}")


def stands_apart(page: Page, number: str) -> None:
    """Among the results the case is in no share; it is told of beside them."""
    visit(page, f"/outcomes/?closed_from={TODAY.isoformat()}")
    page.locator("details.program > summary", has_text="Комплексное сопровождение").click()
    expect(page.get_by_role("row").filter(has_text=number)).to_have_count(0)
    expect(page.get_by_text("социального паллиатива считается отдельно").first).to_be_visible()
    page.get_by_role("link", name="Показать эти случаи").last.click()
    expect(page.locator("main")).to_contain_text(number)
