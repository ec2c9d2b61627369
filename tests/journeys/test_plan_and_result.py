"""The work itself: a plan that a council returns, services of many, a fire, 60 % of goals, the closing (S4-13…26)."""

import pytest
from playwright.sync_api import Page, expect

from opora.common.dates import add_months
from opora.web.shell.tests.browser import leaving
from tests.journeys import path, plans, steps, work
from tests.journeys.desk import visit

pytestmark = pytest.mark.journey

OPENED, ENTRY = steps.days_ago(60), steps.days_ago(58)
TODAY, SOON = steps.days_ago(0), steps.days_ago(-14)
TASK = "Привезти дрова"


def test_a_plan_returned_corrected_and_carried_out(desk):
    coordinator, manager = desk.open("coordinator"), desk.open("manager")
    case = steps.open_named_case(coordinator, steps.new_surname(), on=OPENED, children=2)
    assess(manager, coordinator, case, "entry", weak=5, on=ENTRY)
    path.walk(coordinator, case, path.TO_CLOSING[:1], on=TODAY)
    route = plans.route_of(coordinator, case)

    draw_up(manager, route)
    path.take(manager, case, "Вынести план на консилиум", on=TODAY)
    path.walk(coordinator, case, (path.TO_CLOSING[2],), on=TODAY)
    visit(manager, f"/routes/{route}/plan/")
    expect(manager.locator("h1 .tag")).to_have_text("предварительный")
    plans.agree(manager, route, reason="Сроки уточнены по замечаниям консилиума.")
    path.take(manager, case, "Вынести план на консилиум", on=TODAY)
    path.walk(coordinator, case, (path.TO_CLOSING[4],), on=TODAY)

    goals = work.goals_of(manager, route)
    serve(desk, goals[1])
    fire(manager, route)
    path.take(manager, case, "Перейти к повторной оценке", on=TODAY)
    path.file_paper(manager, case, "Форма оценки рисков и ресурсов", on=TODAY)
    assess(manager, coordinator, case, "exit", weak=1, on=TODAY)
    for goal in goals[:3]:
        work.decide(manager, goal, "достигнута")
    visit(manager, f"/routes/{route}/plan/")
    expect(manager.locator("#share")).to_contain_text("3 / 5")
    expect(manager.locator("#share .tag.ok")).to_contain_text("больше 50 %")
    path.take(manager, case, "Завершать сопровождение", on=TODAY)
    finish(coordinator, case)


def test_a_task_without_who_answers_for_it_is_refused_and_kept(desk):
    desk.expect(422)
    page = desk.open("manager")
    case = steps.open_case(page, on=OPENED)
    route = plans.route_of(page, case)
    plans.begin(page, route, "Хотим тепла")
    visit(page, f"/routes/{route}/plan/tasks/new/")
    page.get_by_label("Что сделать").fill("Вызвать печника")
    page.get_by_label("До какого дня").fill(SOON.isoformat())
    # Oneself is offered; here nobody answers for it.
    page.locator("[name=accountable]").evaluate("one => { one.value = '' }")
    page.get_by_role("button", name="Поставить задачу").click()
    expect(page.locator(".field.wrong")).to_have_count(1)
    expect(page.get_by_label("Что сделать")).to_have_value("Вызвать печника")
    expect(page.get_by_label("До какого дня")).to_have_value(SOON.isoformat())


def test_two_people_at_one_plan_lose_nothing_of_each_other(desk):
    desk.expect(409, 422)
    manager, coordinator = desk.open("manager"), desk.open("coordinator")
    case = steps.open_case(manager, on=OPENED)
    route = plans.route_of(manager, case)
    plans.begin(manager, route, "Первое слово семьи")
    for page in (manager, coordinator):
        visit(page, f"/routes/{route}/plan/words/")
    manager.get_by_label("Словами семьи").fill("Сказали при встрече")
    manager.locator("form.form .btn.primary").click()
    expect(manager.locator(".own-words")).to_contain_text("Сказали при встрече")
    coordinator.get_by_label("Словами семьи").fill("Сказали по телефону")
    coordinator.locator("form.form .btn.primary").click()
    expect(coordinator.get_by_label("Словами семьи")).to_have_value("Сказали по телефону")
    expect(coordinator.locator("main")).to_contain_text("Сказали при встрече")


def assess(writer: Page, approver: Page, case: int, point: str, *, weak: int, on) -> None:
    visit(writer, f"/cases/{case}/assessments/{point}/")
    writer.locator("#id_on").fill(on.isoformat())
    steps.fill_quickly(writer, weak=weak)
    writer.get_by_role("button", name="Сдать оценку").click()
    expect(writer.locator("h1 .tag")).to_have_text("ждёт утверждения")
    steps.approve(approver, writer.url)


def draw_up(page: Page, route: int) -> None:
    """Goals from what is weak, each with a task; the mother, a volunteer, a partner and a worker answer for them."""
    partner = f"Служба тепла {steps.new_surname()}"
    visit(page, "/partners/new/")
    page.get_by_label("Название организации").fill(partner)
    page.get_by_label("Услуги").fill("Ремонт печей")
    page.get_by_label("Контакты организации").fill("+7 495 000-00-00")
    with leaving(page):
        page.get_by_role("button", name="Сохранить").click()
    plans.begin(page, route, "Чтобы дома было тепло")
    work.take_weak_sides(page, route, 4)
    plans.set_goal(page, route, "Дети спят в тёплой комнате")
    goals = work.goals_of(page, route)
    assert len(goals) == 5
    for goal, (group, name) in zip(goals, answering(partner), strict=True):
        plans.give_task(page, route, f"{TASK} {goal}", to=group, name=name, goal=goal)
    plans.agree(page, route)


def answering(partner: str) -> tuple[tuple[str, str], ...]:
    """Who does what of the plan: a group of the list, and somebody in it."""
    return (
        ("Семья", ""),
        ("Добровольцы", "Степан Громов"),
        ("Партнёры", partner),
        ("Сотрудники", "Анна Белова"),
        ("Семья", ""),
    )


def serve(desk, goal: int) -> None:
    """The volunteer does his part, from his own list."""
    page = desk.open("volunteer", "/tasks/")
    line = page.locator(".tasks li", has_text=f"{TASK} {goal}")
    line.get_by_role("button", name="Сделано").click()
    expect(line).to_have_class("is-done")


def fire(page: Page, route: int) -> None:
    """A fire opens a review; the corrected plan is a new version, the old ones stay readable."""
    work.record_event(page, route, kind="пожар или потоп", effect="Печь сгорела, семья у бабушки")
    expect(page.get_by_text("Пора пересмотреть план").or_(page.get_by_text("пересмотреть до")).first).to_be_visible()
    plans.give_task(page, route, "Пожить у бабушки до ремонта", to="Семья")
    work.correct(page, route, reason="После пожара сначала крыша над головой.")
    for number in (1, 2, 3):
        assert visit(page, f"/routes/{route}/plan/versions/{number}/").status == 200
    expect(page.locator("main")).to_contain_text("После пожара сначала крыша над головой.")
    expect(page.locator(".changes")).to_contain_text("Пожить у бабушки до ремонта")


def finish(coordinator: Page, case: int) -> None:
    """The closing, and six months later a look back."""
    path.file_paper(coordinator, case, "Заключение о завершении работы", on=TODAY)
    path.close(coordinator, case, "Закрыть случай", on=TODAY, summary="Печь сложена, дети дома.")
    path.is_looked_at_again(coordinator, case, on=add_months(TODAY, 6))
