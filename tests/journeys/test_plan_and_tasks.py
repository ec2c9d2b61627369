"""A plan from weak sides to agreement, back from the council and corrected; its task done by a volunteer's thumb."""

import re

import pytest
from playwright.sync_api import Page, expect

from opora.web.shell.tests import browser as walk
from tests.journeys import path, plans, steps
from tests.journeys.desk import visit

pytestmark = pytest.mark.journey

TODAY = steps.days_ago(0)
ERRAND = "Отвезти коляску и зимние вещи"


def test_a_plan_is_drawn_up_agreed_returned_corrected_and_approved(desk):
    coordinator = desk.open("coordinator")
    case, route = family_to_plan_with(coordinator)
    plans.begin(coordinator, route, "Хочу, чтобы дети ходили в сад и было тепло.")

    offered = coordinator.locator("#offered li")
    expect(offered).to_have_count(3)
    offered.first.get_by_role("button").click()
    expect(coordinator.locator("#offered li")).to_have_count(2)
    goal = plans.number_of(coordinator.locator(".goal").first.get_attribute("id"), r"goal-(\d+)")
    desk.expect(422)
    refuses_to_agree_without_the_family(coordinator, route)
    plans.give_task(coordinator, route, "Записать ребёнка в детский сад", to="Семья", goal=goal)
    plans.agree(coordinator, route)
    print_copy(coordinator, route)

    path.take(coordinator, case, "Вынести план на консилиум", on=TODAY)
    hold_council(coordinator, route, "return", "Кто поможет с дорогой до сада?")
    path.take(coordinator, case, "Вернуть план с замечаниями", on=TODAY)
    visit(coordinator, f"/routes/{route}/plan/")
    expect(coordinator.locator("h1 .tag")).to_have_text("предварительный")

    plans.give_task(coordinator, route, "Договориться о дороге до сада", to="Сотрудники", goal=goal)
    plans.agree(coordinator, route, reason="Консилиум спросил о дороге до сада.")
    path.take(coordinator, case, "Вынести план на консилиум", on=TODAY)
    hold_council(coordinator, route, "approve", "")
    path.take(coordinator, case, "Согласовать план", on=TODAY)
    visit(coordinator, f"/routes/{route}/plan/versions/2/")
    expect(coordinator.locator("main")).to_contain_text("Консилиум спросил о дороге до сада.")
    expect(coordinator.locator(".changes")).to_contain_text("Договориться о дороге до сада")
    visit(coordinator, f"/routes/{route}/plan/versions/1/")
    expect(coordinator.locator("main")).not_to_contain_text("Договориться о дороге до сада")


def test_a_volunteer_does_a_task_with_one_tap_and_takes_it_back_with_another(desk):
    coordinator = desk.open("coordinator")
    case = steps.open_case(coordinator, on=steps.days_ago(20))
    route = plans.route_of(coordinator, case)
    plans.begin(coordinator, route, "Хочу справляться сама.")
    errand = f"{ERRAND} {case}"
    plans.give_task(coordinator, route, errand, to="Добровольцы", name="Степан Громов", within=0)

    volunteer = desk.open("volunteer", "/tasks/", size=walk.PHONE)
    line = volunteer.locator(".tasks li", has_text=errand)
    assert walk.overflow(volunteer) == 0
    assert walk.small_targets(volunteer) == []
    line.get_by_role("button", name="Сделано").tap()
    expect(line).to_have_class("is-done")
    line.get_by_role("button", name="Вернуть").tap()
    expect(line.locator(".tick")).to_have_attribute("aria-pressed", "false")
    line.get_by_role("button", name="Сделано").tap()
    expect(line).to_have_class("is-done")

    desk.expect(404)
    for hidden in (f"/routes/{route}/plan/", f"/routes/{route}/", f"/cases/{case}/", "/cases/"):
        answer = visit(volunteer, hidden)
        assert answer.status == 404, hidden
    visit(coordinator, f"/routes/{route}/plan/")
    expect(coordinator.locator(".tasks li", has_text=errand)).to_contain_text("сделано")


def test_without_scripts_a_task_is_done_and_taken_back(desk):
    coordinator = desk.open("coordinator")
    case = steps.open_case(coordinator, on=steps.days_ago(20))
    route = plans.route_of(coordinator, case)
    plans.begin(coordinator, route, "Хочу справляться сама.")
    errand = f"Посидеть с детьми {case}"
    plans.give_task(coordinator, route, errand, to="Добровольцы", name="Степан Громов", within=0)
    volunteer = desk.open("volunteer", "/tasks/", script=False)
    volunteer.locator(".tasks li", has_text=errand).get_by_role("button", name="Сделано").click()
    expect(volunteer.get_by_role("status")).to_contain_text(errand)
    volunteer.get_by_role("button", name="Вернуть").first.click()
    expect(volunteer.locator(".tasks li", has_text=errand)).to_be_visible()


def family_to_plan_with(page: Page) -> tuple[int, int]:
    """An open case at the stage of the plan, with an approved assessment that has three weak sides."""
    case = steps.open_case(page, on=steps.days_ago(20))
    visit(page, f"/cases/{case}/assessments/")
    page.get_by_role("link", name="Вход", exact=True).last.click()
    steps.fill_quickly(page, weak=3)
    page.get_by_role("button", name="Сдать оценку").click()
    page.wait_for_url(re.compile(r"/assessments/\d+/$"))
    if page.get_by_role("button", name="Утвердить").count():
        steps.approve(page, page.url)
    path.file_paper(page, case, "Договор о комплексном сопровождении", on=TODAY)
    path.take(page, case, "Куратор назначен, договор подписан", on=TODAY)
    return case, plans.route_of(page, case)


def refuses_to_agree_without_the_family(page: Page, route: int) -> None:
    """A plan in which nobody of the family has anything to do is not agreed on."""
    visit(page, f"/routes/{route}/plan/agree/")
    page.get_by_role("button", name="Ввести план в действие").click()
    expect(page.locator(".errors")).to_be_visible()


def print_copy(page: Page, route: int) -> None:
    """The copy for the family is a page of its own: the plan, lines to sign, and nothing else on paper."""
    visit(page, f"/routes/{route}/plan/print/")
    expect(page.get_by_role("heading", name="Наш план")).to_be_visible()
    expect(page.get_by_text("Записать ребёнка в детский сад")).to_be_visible()
    expect(page.get_by_text("подпись")).to_be_visible()
    expect(page.locator("nav")).to_have_count(0)
    page.emulate_media(media="print")
    expect(page.get_by_role("button", name="Печать")).to_be_hidden()
    page.emulate_media(media="screen")


def hold_council(page: Page, route: int, decision: str, remarks: str) -> None:
    """Minutes of a council on the plan."""
    visit(page, f"/routes/{route}/conferences/new/")
    page.locator("[name=participant_ids]").first.check()
    page.locator("[name=remarks]").fill(remarks)
    page.locator(f"[name=decision][value={decision}]").check(force=True)
    page.locator("form.form .btn.primary").click()
    page.wait_for_url(re.compile(r"/conferences/\d+/$"))
