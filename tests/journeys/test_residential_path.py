"""Living in the centre: website, two talks, decision, papers, stay, leaving on an agreed day, look back (S0-01…60).

The second of the acceptance scenarios, whole: its family stands in the table of results with 12 and 11 (S3-78).
"""

import re

import pytest
from playwright.sync_api import Page, expect

from opora.common.dates import add_months
from opora.web.shell.tests import browser as walk
from tests.journeys import measured, path, plans, steps, study, votes
from tests.journeys.desk import reach, settle, visit
from tests.journeys.votes import Voter

pytestmark = pytest.mark.journey

TODAY = steps.days_ago(0)
CONSENTS = ("Обработка своих данных", "Передача партнёрам")
LEAVING, LATER = steps.days_ago(-30), steps.days_ago(-60)


def test_from_the_website_to_the_row_of_the_centre(desk):
    desk.expect(422)
    story = f"Нам негде жить, ребёнку два года. {steps.new_surname()}"
    ask_from_the_street(desk.open(None, "/help/", size=walk.PHONE), story)
    coordinator, manager = desk.open("coordinator.kc"), desk.open("manager.kc")
    route = find(coordinator, story)
    study.talk(
        coordinator,
        route,
        how="По телефону",
        whom="Мама",
        result="Договорились о встрече",
        notes="Ночуют на вокзале",
        on=TODAY,
    )
    study.answer_criteria(coordinator, route, study.IN_REGION, then="Назначить встречу")
    meet(coordinator, manager, route)
    case = settle_in(coordinator, manager, route)
    for purpose in CONSENTS:
        sign(manager, route, "Согласие на обработку данных", purpose, more=True)
    sign(manager, route, "Заявление")
    consents_hold(manager, route)
    place = make_place(coordinator)

    stay = move_in(manager, route, place)
    live_here(manager, stay)
    path.waits_for(manager, case, "Договор о комплексном сопровождении")
    sign(manager, route, "Договор проживания", then="Куратор назначен, договор подписан")
    before = assess_at_entry(manager, coordinator, case)
    plan_the_way_out(manager, case)
    path.take(manager, case, "Вынести план на консилиум", on=TODAY)
    votes.hold_council(coordinator, route, decision=votes.APPROVE, who=["Ольга Дёмина", "Нина Котова"], goes_on=True)
    extend(manager, case)
    agree(coordinator, stay)
    path.take(manager, case, "Перейти к повторной оценке", on=TODAY)
    path.waits_for(manager, case, "Форма оценки рисков и ресурсов")
    after = assess_at_exit(manager, coordinator, case)
    study.rate_risks(manager, route, on=TODAY, then="Завершать сопровождение", no_housing="low")
    prepare_to_leave(manager, stay)
    depart(manager, stay)
    leave(coordinator, case)
    look_back(manager, coordinator, case)
    path.show(coordinator, case)
    assert (before, after) == (12, 11)
    measured.stands_in_the_table(coordinator, before, after, more=f"{LATER:%d.%m.%Y}")


def ask_from_the_street(page: Page, story: str) -> None:
    """A mother writes from her telephone; wrong input keeps her words."""
    page.get_by_label("Что происходит?").fill(story)
    page.get_by_label("Помощь нужна сегодня").check()
    page.get_by_label("Нет или ненадолго").check()
    page.get_by_label("Сколько детей в семье?").fill("1")
    page.get_by_label("Телефон или другой способ").fill("8 921 000-00-00")
    if page.get_by_label("Даю согласие").count():
        page.get_by_label("Даю согласие").check()
    assert walk.overflow(page) == 0
    page.get_by_role("button", name="Отправить").click()
    page.wait_for_url("**/help/sent/")


def find(page: Page, story: str) -> str:
    """The request stands in the queue of the centre; gives the address of its path."""
    visit(page, "/signals/?channel=site")
    for link in page.locator("tbody th a").all()[:20]:
        card = page.context.new_page()
        visit(card, link.get_attribute("href") or "")
        if card.get_by_text(story).count():
            found = re.search(r"/routes/\d+/", card.url)
            card.close()
            assert found
            return found.group()
        card.close()
    raise AssertionError("The request from the website is not in the queue of the centre")


def meet(coordinator: Page, manager: Page, route: str) -> None:
    """The consultation in person with its record, and the consent."""
    study.plan_visit(coordinator, route, "Нина Котова", on=TODAY)
    study.report_visit(manager, route, children=1, safety="Дети в безопасности")
    study.approve_visit(coordinator, route)
    path.file_paper(coordinator, route, "Согласие на обработку данных", on=TODAY, then="Встреча состоялась")
    study.rate_risks(coordinator, route, on=TODAY, goes_on=True, no_housing="high")
    study.report_for_the_vote(coordinator, route, recommendation="Заселить на месяц")


def settle_in(coordinator: Page, manager: Page, route: str) -> int:
    """The decision "with residence" opens the case; gives the number of its address."""
    votes.decide(route, Voter(coordinator, "Ольга Дёмина"), [Voter(manager, "Нина Котова")])
    coordinator.get_by_role("link", name="Заселить в кризисный центр").click()
    expect(coordinator.get_by_role("link", name="Семья уже была у нас: найти")).to_be_visible()
    steps.enter_family(coordinator, steps.new_surname())
    steps.choose_manager(coordinator, "Нина Котова")
    coordinator.get_by_role("button", name="Открыть случай").click()
    case = steps.case_shown(coordinator)
    path.show(coordinator, case)
    path.stands_at(coordinator, "Заселение в кризисный центр")
    return case


def sign(page: Page, route: str, letter: str, purpose: str = "", then: str = "", more: bool = False) -> None:
    """A letter is written from its template, printed and signed; ``then`` is the step that waited for it.

    Where ``more`` are signed at the same table, the next one is written at once.
    """
    if then:
        path.show(page, route)
    reach(page, route, "papers/letter/")
    if not page.get_by_label(letter, exact=True).is_checked():
        page.get_by_label(letter, exact=True).check()
        settle(page)
    if purpose:
        page.get_by_label("Согласие на что").select_option(label=purpose)
    settle(page)
    page.get_by_role("button", name="Составить").click()
    name = "Отметить и составить ещё" if more else "Отметить подписание"
    page.get_by_role("button", name=path.going_on(then) if then else name).click()
    expect(page.get_by_text("Подписание отмечено")).to_be_visible()


def consents_hold(page: Page, route: str) -> None:
    """Each purpose is a paper of its own."""
    visit(page, f"{route}papers/")
    for purpose in CONSENTS:
        expect(page.locator("li", has=page.get_by_role("link", name=purpose)).first).to_contain_text("Действует")


def make_place(page: Page) -> str:
    """A place of the centre with a room and its beds; gives its name."""
    name = f"Дом {steps.new_surname()}"
    visit(page, "/stays/new/")
    page.get_by_label("Название").fill(name)
    page.get_by_role("button", name="Сохранить").click()
    page.get_by_role("link", name="Добавить комнату").first.click()
    page.get_by_label("Название или номер").fill("Комната 1")
    page.get_by_label("Детских кроваток").fill("1")
    page.get_by_role("button", name="Сохранить").click()
    expect(page.get_by_text("Комната добавлена.")).to_be_visible()
    return name


def move_in(page: Page, route: str, place: str) -> str:
    """The family gets a bed each, and the day it moves in takes it to the next stage; gives the address of its stay."""
    path.show(page, route)
    with walk.leaving(page):
        page.locator("#next").get_by_role("link", name="Заселить").first.click()
    if page.get_by_label("Почему семье нужно место").count() == 0:
        page.get_by_role("link", name=place).click()
    page.locator("#id_on").fill(TODAY.isoformat())
    page.locator("#id_planned_until").fill(LEAVING.isoformat())
    page.get_by_label("Почему семье нужно место").select_option(label="Негде жить")
    for number, bed in enumerate(page.locator("select[id^=id_bed_]").all(), 1):
        bed.select_option(index=number)
    page.get_by_role("button", name=path.going_on("Семья заселена")).click()
    expect(page.get_by_text("Сделано: «Семья заселена»")).to_be_visible()
    visit(page, f"{route}stays/")
    stay = page.get_by_role("link", name="Режим дня").first.get_attribute("href") or ""
    return stay.removesuffix("routine/")


def live_here(page: Page, stay: str) -> None:
    """A routine by the age of the child, a skill with a trainer, and the first note of the shift."""
    visit(page, f"{stay}routine/write/")
    expect(page.get_by_label("Режим дня семьи")).to_have_value(re.compile("Завтрак"))
    page.get_by_role("button", name="Сохранить").click()
    expect(page.locator("main")).to_contain_text("Завтрак")
    visit(page, f"{stay}skills/new/")
    page.get_by_label("Навык", exact=True).select_option(label="Приготовление еды")
    page.get_by_label("Как получается сейчас").select_option(label="с помощью")
    page.get_by_role("button", name="Сохранить").click()
    expect(page.locator("main")).to_contain_text("Приготовление еды")


def assess_at_entry(manager: Page, coordinator: Page, case: int) -> int:
    """Twelve weak sides when the family comes."""
    return measured.assess(manager, coordinator, case, "Вход", on=TODAY, weak=12)


def assess_at_exit(manager: Page, coordinator: Page, case: int) -> int:
    """Eleven when it leaves."""
    return measured.assess(manager, coordinator, case, "Выход", on=TODAY, weak=11)


def plan_the_way_out(page: Page, case: int) -> None:
    """A plan with a goal in the mother's words, a task of her own, agreed with her."""
    route = plans.route_of(page, case)
    plans.begin(page, route, "Хочу свою комнату и работу рядом с садом.")
    goal = plans.set_goal(page, route, "Семья живёт в своей комнате")
    plans.give_task(page, route, "Позвонить по трём объявлениям", to="Семья", goal=goal)
    plans.agree(page, route)


def look_back(page: Page, approver: Page, case: int) -> None:
    """Half a year later somebody looks in, and the form is filled in once more."""
    weak = measured.look_back(page, approver, case, "Живут в комнате, мама работает в столовой.")
    assert weak < 11


def extend(page: Page, case: int) -> None:
    """The family stays longer, with a reason; without one nothing changes and the day is kept."""
    visit(page, f"/cases/{case}/stays/longer/")
    page.locator("#id_until").fill(LATER.isoformat())
    page.locator("form .btn.primary").click()
    expect(page.locator("#id_reason_error")).to_be_visible()
    expect(page.locator("#id_until")).to_have_value(LATER.isoformat())
    page.locator("#id_reason").fill("Комнату дадут через два месяца")
    page.locator("form .btn.primary").click()
    expect(page.locator("main")).to_contain_text("Комнату дадут через два месяца")


def agree(page: Page, stay: str) -> None:
    """The coordinator's word on the longer stay."""
    visit(page, f"{stay}decide/")
    page.locator("[name=answer][value=yes]").check(force=True)
    page.locator("form .btn.primary").click()
    page.wait_for_url(lambda url: not url.endswith("/decide/"))
    expect(page.locator("main")).to_contain_text(f"{LATER:%d.%m.%Y}")


def prepare_to_leave(page: Page, stay: str) -> None:
    """A day agreed with the family, something to settle, both preparations and an image of what comes then."""
    visit(page, f"{stay}exit/")
    page.get_by_role("link", name="Согласовать день").click()
    page.get_by_label("День выезда").fill(LATER.isoformat())
    page.get_by_label("Согласовано с семьёй").check()
    page.get_by_role("button", name="Сохранить").click()
    page.get_by_role("link", name="Вопрос", exact=True).click()
    page.get_by_label("Что сделать").fill("Подписать договор найма комнаты")
    page.get_by_role("button", name="Записать").click()
    expect(page.locator("main")).to_contain_text("Подписать договор найма комнаты")
    with walk.leaving(page):
        page.get_by_role("link", name="Отметить", exact=True).click()
    for box in page.get_by_label(re.compile(": готово$")).all():
        box.check()
    page.get_by_role("button", name="Сохранить").click()
    page.wait_for_url(f"**{stay}exit/")
    expect(page.locator("main li", has_text="подготовка").locator(".tag.ok")).to_have_count(2)


def depart(page: Page, stay: str) -> None:
    """The family leaves, and it is said where to."""
    visit(page, f"{stay}depart/")
    page.get_by_label("Куда").select_option(label="Съёмное жильё")
    page.get_by_label("С детьми").select_option(label="Со всеми детьми")
    page.locator("form .btn.primary").click()
    expect(page.get_by_text("Семья выехала.")).to_be_visible()
    expect(page.locator("main")).to_contain_text("съёмное жильё")


def leave(page: Page, case: int) -> None:
    """The family moves out to a place that is known; six months later somebody looks in."""
    path.file_paper(page, case, "Заключение о завершении работы", on=TODAY, then="Закрыть случай", goes_on=True)
    path.close(page, case, "Закрыть случай", on=TODAY, summary="Мама сняла комнату, ребёнок с ней.")
    path.is_looked_at_again(page, case, on=add_months(TODAY, 6))
    visit(page, f"/cases/{case}/stays/")
    expect(page.locator("main")).to_contain_text(f"{TODAY:%d.%m.%Y}")
