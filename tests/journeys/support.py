"""Support from the contract to the look back: a plan, help by many hands, a fire, a better life (S4-13…43, S3-77)."""

import re

from playwright.sync_api import Page, expect

from opora.common.dates import add_months
from tests.journeys import measured, path, plans, steps, votes
from tests.journeys.desk import visit

TODAY = steps.days_ago(0)
# What is to be reached, and the family's first task for it.
GOALS = {
    "Дети ходят в сад": "Записать детей в сад",
    "В доме тепло": "Собрать дрова",
    "Долги по квартире закрыты": "Написать о рассрочке",
    "Мама работает": "Сходить в центр занятости",
    "Бабушка снова приходит в гости": "Позвонить бабушке",
}


def to_the_row_of_the_result(coordinator: Page, manager: Page, case: int) -> None:
    """The family whose contract is signed is helped, its life is better, the case is closed and looked back at."""
    before = measured.assess(manager, coordinator, case, "Вход", on=TODAY, weak=41)
    route = plans.route_of(manager, case)
    goals = agree_on_a_plan(manager, coordinator, case, route)

    give_help(manager, case)
    write_and_hear_back(manager, route)
    draw_the_circle(manager, case)
    after_the_fire(manager, route, goals[1])
    reach(manager, goals[:3])
    expect(manager.locator("#share")).to_contain_text("60 %")

    path.take(manager, case, "Перейти к повторной оценке", on=TODAY)
    path.file_paper(manager, case, "Форма оценки рисков и ресурсов", on=TODAY)
    after = measured.assess(manager, coordinator, case, "Выход", on=TODAY, weak=10)
    path.take(manager, case, "Завершать сопровождение", on=TODAY)
    path.file_paper(coordinator, case, "Заключение о завершении работы", on=TODAY)
    path.close(coordinator, case, "Закрыть случай", on=TODAY, summary="Мама работает, дома тепло, дети с ней.")
    path.is_looked_at_again(coordinator, case, on=add_months(TODAY, 6))
    assert (before, after) == (41, 10)
    measured.stands_in_the_table(coordinator, before, after)
    later = measured.look_back(manager, coordinator, case, "Мама работает, дочка ходит в сад.")
    assert later < after
    measured.stands_in_the_table(coordinator, before, after)


def agree_on_a_plan(manager: Page, coordinator: Page, case: int, route: int) -> list[int]:
    """Goals in the family's words; a council sends the plan back once and then approves it. Gives the goals."""
    plans.begin(manager, route, "Хотим жить в тепле и без долгов.")
    goals = [plans.set_goal(manager, route, title) for title in GOALS]
    for goal, task in zip(goals, GOALS.values(), strict=True):
        plans.give_task(manager, route, task, to="Семья", goal=goal)
    plans.agree(manager, route)
    path.take(manager, case, "Вынести план на консилиум", on=TODAY)
    council = f"/routes/{route}/"
    votes.hold_council(coordinator, council, decision=votes.RETURN, who=["Елена Соколова"], remarks="Кто чинит печь?")
    path.take(coordinator, case, "Вернуть план с замечаниями", on=TODAY)
    plans.give_task(manager, route, "Починить печь", to="Сотрудники", goal=goals[1])
    plans.agree(manager, route, reason="Консилиум спросил о печи.")
    path.take(manager, case, "Вынести план на консилиум", on=TODAY)
    votes.hold_council(coordinator, council, decision=votes.APPROVE, goes_on=True)
    return goals


def give_help(page: Page, case: int) -> None:
    """Services by our people, by another program and by a partner, each counted once."""
    partner = ""
    for provider in ("own", "other_program", "partner"):
        visit(page, f"/cases/{case}/record/service/")
        page.locator("#id_service_id").select_option(index=1)
        page.locator("#id_minutes").fill("45")
        page.locator("#id_provider").evaluate("field => field.closest('details').open = true")
        page.locator("#id_provider").select_option(provider)
        if provider == "partner":
            page.locator("#id_worker_id").select_option("")
            page.locator("#id_partner_id").select_option(index=1)
            partner = page.locator("#id_partner_id option:checked").inner_text()
        page.get_by_role("button", name="Сохранить").click()
        expect(page.get_by_text("Записано.")).to_be_visible()
    visit(page, f"/cases/{case}/services/")
    expect(page.locator("main")).to_contain_text(partner)
    expect(page.locator("main")).to_contain_text(re.compile(r"Оказано\s*3"))


def write_and_hear_back(page: Page, route: int) -> None:
    """A petition with its number goes to an office, and what came of it is written down."""
    visit(page, f"/routes/{route}/letters/new/")
    page.locator("#id_kind").select_option("petition")
    page.locator("#id_partner_id").select_option(index=1)
    page.locator("#id_subject").fill("О ремонте печи")
    page.locator("#id_text").fill("Просим помочь семье с ремонтом печи.")
    page.locator("[name=asked_by][value=parent]").check(force=True)
    page.locator("form .btn.primary").last.click()
    page.get_by_role("button", name="Присвоить номер").click()
    page.get_by_role("link", name="Отправлено").click()
    page.locator("form .btn.primary").last.click()
    page.get_by_role("link", name="Ответ пришёл").click()
    page.locator("[name=result][value=granted]").check(force=True)
    page.locator("form .btn.primary").last.click()
    expect(page.locator("main")).to_contain_text("О ремонте печи")
    visit(page, f"/routes/{route}/letters/")
    expect(page.locator("main")).to_contain_text("получено")


def draw_the_circle(page: Page, case: int) -> None:
    """Who stands around the family."""
    visit(page, f"/cases/{case}/network/add/")
    page.locator("#id_name").fill("Тётя Зоя")
    page.locator("#id_kind").select_option(index=1)
    page.locator("[name=tie][value=supportive]").check(force=True)
    page.locator("form .btn.primary").last.click()
    expect(page.locator("main")).to_contain_text("Тётя Зоя")


def after_the_fire(page: Page, route: int, goal: int) -> None:
    """A fire changes the plan, with its reason; the version before stays readable."""
    visit(page, f"/routes/{route}/plan/events/new/")
    page.locator("#id_kind").select_option("fire")
    page.locator("#id_effect").fill("Сгорела кухня, семья живёт у тёти")
    page.get_by_role("button", name="Записать").click()
    expect(page.locator("main")).to_contain_text("Сгорела кухня")
    plans.give_task(page, route, "Починить кухню после пожара", to="Сотрудники", goal=goal)
    visit(page, f"/routes/{route}/plan/correct/")
    page.locator("#id_reason").fill("Пожар на кухне")
    page.locator("[name=attended]").first.check()
    page.get_by_role("button", name="Ввести новую версию в действие").click()
    expect(page.locator("h1 .tag")).to_have_text("действует")
    visit(page, f"/routes/{route}/plan/versions/3/")
    expect(page.locator(".changes")).to_contain_text("Починить кухню после пожара")


def reach(page: Page, goals: list[int]) -> None:
    """These goals are reached."""
    for goal in goals:
        visit(page, f"/goals/{goal}/decide/")
        page.locator("[name=state][value=achieved]").check(force=True)
        page.get_by_role("button", name="Записать").click()
        expect(page.locator(f"#goal-{goal}")).to_contain_text("достигнута")
