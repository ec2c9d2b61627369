"""The work by a plan: weak sides taken into it, what came of goals, what nobody foresaw, a new version."""

from playwright.sync_api import Page, expect

from tests.journeys import plans
from tests.journeys.desk import visit


def take_weak_sides(page: Page, route: int, number: int) -> None:
    """So many weak sides of the assessment become goals."""
    for _one in range(number):
        visit(page, f"/routes/{route}/plan/offer/")
        page.get_by_role("button", name="В план").first.click()
        expect(page.get_by_text("Добавлено в план.")).to_be_visible()


def goals_of(page: Page, route: int) -> list[int]:
    """The goals of the plan, as they stand on its page."""
    visit(page, f"/routes/{route}/plan/")
    return [plans.number_of(goal.get_attribute("id"), r"goal-(\d+)") for goal in page.locator(".goal").all()]


def correct(page: Page, route: int, *, reason: str) -> None:
    """Put a corrected plan into force; the former version stays."""
    visit(page, f"/routes/{route}/plan/correct/")
    page.get_by_label("Почему план корректируется").fill(reason)
    page.get_by_role("button", name="Ввести новую версию в действие").click()
    expect(page.get_by_text("Новая версия плана введена в действие.")).to_be_visible()


def decide(page: Page, goal: int, outcome: str) -> None:
    """Write down how a goal ended."""
    visit(page, f"/goals/{goal}/decide/")
    page.get_by_label(outcome, exact=True).check(force=True)
    page.get_by_role("button", name="Записать").click()
    expect(page.locator(f"#goal-{goal} .tag").first).to_have_text(outcome)


def record_event(page: Page, route: int, *, kind: str, effect: str) -> None:
    """Something nobody foresaw opens a review of the plan."""
    visit(page, f"/routes/{route}/plan/events/new/")
    page.get_by_label("Что случилось").select_option(label=kind)
    page.get_by_label("Что это меняет").fill(effect)
    page.get_by_role("button", name="Записать").click()
    expect(page.locator("#events")).to_contain_text(effect)
