"""A whole record without a mouse: a signal, a visit, a task, an assessment, a vote; the focus is never lost."""

import re

import pytest
from playwright.sync_api import expect

from opora.web.shell.tests import browser as walk
from tests.journeys import signals, steps
from tests.journeys.desk import settle, visit
from tests.journeys.keyboard import Keyboard

pytestmark = pytest.mark.journey


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_from_the_door_to_a_visit_written_down(desk, scheme):
    desk.expect(422)
    page = desk.open(None, "/account/login/", scheme=scheme)
    keys = Keyboard(page)
    keys.write("manager@opora.example")
    keys.press("Tab")
    keys.write(desk.product.password("manager"))
    keys.press("Enter")
    page.wait_for_url(f"{desk.product.address}/")
    settle(page)
    keys.enter("a.skip")
    expect(page.locator("#main")).to_be_focused()

    keys.enter("a", "Принять сигнал", leads_to="**/signals/new/")
    keys.enter("button.primary", "Принять сигнал")
    expect(page.locator(".errors")).to_be_focused()
    keys.enter(".errors a", "Что случилось")
    expect(page.locator("#id_story")).to_be_focused()
    keys.write("Соседи слышат плач по ночам")
    keys.go("[name=urgency]")
    keys.press("ArrowRight")
    assert keys.stands_on("[name=urgency]", "Не срочно")
    keys.go("[name=source]")
    keys.press("ArrowDown")
    keys.enter("button.primary", "Принять сигнал", leads_to="**/routes/*/**")
    family = page.url

    keys.press("n")
    expect(page.locator("#record .kinds a").first).to_be_focused()
    keys.press("Escape")
    assert keys.stands_on("[data-record-key]")
    keys.press("Enter")
    expect(page.locator("#record .kinds a").first).to_be_focused()
    _is_kept_within(page, keys, "#record")
    page.locator("#record .kinds a").first.focus()
    keys.enter("#record .kinds a", "Звонок")
    keys.enter("#record button.primary", "Сохранить")
    expect(page.locator("#record .errors")).to_be_focused()
    keys.go("#record [name=party]")
    keys.press("Space")
    keys.go("#record [name=result]")
    keys.press("Space")
    keys.go("#record textarea")
    keys.write("Мама ждёт в пятницу")
    keys.enter("#record button.primary", "Сохранить", leads_to=family)
    expect(page.locator(".tl.life")).to_contain_text("Мама ждёт в пятницу")


def test_the_place_is_kept_where_a_part_of_the_page_is_drawn_anew(desk):
    page = desk.open("manager")
    visit(page, "/cases/")
    keys = Keyboard(page)
    keys.go("main [name=state]")
    keys.press("ArrowRight")
    page.wait_for_url("**state=closed**")
    settle(page)
    assert keys.stands_on("[name=state]", "Закрытые")

    visit(page, f"/cases/{_with_a_task(page)}/")
    for pressed in ("true", "false"):
        if pressed == "true":
            keys.go("#plan button.tick")
        named = keys.stand()["called"]
        keys.press("Enter")
        expect(page.locator(f"#plan button.tick:focus[aria-pressed={pressed}]")).to_have_count(1)
        assert keys.stand()["called"] == named
    keys.enter("[data-life] a.chip", "Встречи")
    assert keys.stands_on("[data-life] a.chip[aria-current]", "Встречи")


def test_an_assessment_is_filled_in_and_handed_in(desk):
    page = desk.open("manager")
    case = steps.open_case(page, on=steps.days_ago(9))
    visit(page, f"/cases/{case}/")
    keys = Keyboard(page)
    keys.enter("#next a", "Заполнить", leads_to="**/assessments/entry/")
    keys.go("[data-question] input")
    weak = 0
    for number in range(page.locator("[data-question]").count()):
        assert keys.stands_on("[data-question] input"), number
        keys.press(steps.WEAK if number == 3 else steps.FINE)
        if keys.stands_on(".comment textarea"):
            weak += 1
            keys.write("Печь не топят")
            keys.press("Tab")
    assert weak == 1 and keys.stands_on("button[name=hand_in]")
    keys.press("Enter")
    page.wait_for_url(re.compile(r"/assessments/\d+/$"))
    expect(page.locator("h1 .tag")).to_have_text("ждёт утверждения")
    expect(page.locator(".kpi .v").first).to_have_text("1")


def _is_kept_within(page, keys, dialog):
    """Tab leads round within what lies over the page, never behind it."""
    is_within = "(dialog) => document.activeElement === document.body || !!document.activeElement.closest(dialog)"
    for _press in range(page.locator(f"{dialog} a").count() + 4):
        keys.press("Tab")
        assert page.evaluate(is_within, dialog)


def _with_a_task(page):
    """An open case of the reader with a task that can be ticked off on the page of the family."""
    answer = page.request.get("/tasks/").text()
    for route in dict.fromkeys(re.findall(r"/routes/(\d+)/plan/#task", answer)):
        text = page.request.get(f"/routes/{route}/").text()
        found = re.search(r"/cases/(\d+)/", text)
        if found and 'class="tick" aria-pressed="false"' in text:
            return int(found.group(1))
    raise AssertionError("no family with a task")


def test_a_visit_is_planned_and_reported(desk):
    desk.expect(422)
    page = desk.open("manager")
    signals.take_signal_in(page, children=1)
    family = page.url
    keys = Keyboard(page)
    keys.press("n")
    expect(page.locator("#record .kinds a").first).to_be_focused()
    keys.enter("#record .kinds a", "Назначить визит")
    expect(page.locator("#record .record-form")).to_be_visible()
    keys.go("#record [name=visitor_ids]", "Анна Белова")
    if not page.locator("#record [name=visitor_ids]:focus").is_checked():
        keys.press("Space")
    keys.enter("#record button.primary", "Запланировать", leads_to=family)
    expect(page.get_by_text("Записано.")).to_be_visible()

    for place in ("/day/", "/"):
        visit(page, place)
        expect(page.locator(".visits li").first).to_be_visible()
        assert not walk.small_targets(page), place
    keys.enter(f".visits li:has(a[href^='{_path_of(family)}']) a", "Записать визит", leads_to="**/report/**")
    keys.enter("button.primary", "Сохранить")
    expect(page.locator(".errors")).to_be_focused()
    keys.go("#id_present")
    keys.write("Мама и дочь")
    keys.go("[name=seen_1]")
    keys.press("Space")
    assert keys.stands_on("[name=seen_1]:checked")
    keys.go("#id_condition_1")
    keys.press("ArrowDown")
    keys.go("#id_home")
    keys.write("Комната сырая, печь не топят с осени")
    keys.go("[name=safety]")
    keys.press("ArrowDown")
    keys.enter("button.primary", "Сохранить", leads_to=f"{desk.product.address}/")
    expect(page.get_by_text("Отчёт сохранён.")).to_be_visible()
    assert "Комната сырая, печь не топят с осени" in page.request.get(family).text()


def test_a_vote_is_asked_for_cast_and_counted(desk):
    page = desk.open("coordinator")
    signals.take_signal_in(page)
    route = _path_of(page.url)
    keys = Keyboard(page)
    visit(page, f"{route}ballots/new/")
    for box in page.locator("[name=member_ids]:checked").all():
        box.uncheck(force=True)
    keys.go("[name=member_ids]", "Елена Соколова")
    keys.press("Space")
    keys.enter("button.primary", "Открыть голосование", leads_to=f"{desk.product.address}/ballots/*/")

    keys.go("[name=choice]")
    keys.press("Space")
    assert keys.stands_on("[name=choice]:checked", "Открыть случай")
    keys.go("[name=reason]")
    keys.write("Мама сама просит помочь")
    keys.enter("button.primary", "Проголосовать")
    expect(page.get_by_text("Ваш голос принят.")).to_be_visible()
    keys.enter("main button", "Подвести итог и составить протокол", leads_to="**/minutes/")
    expect(page.locator("main")).to_contain_text("Мама сама просит помочь")


def _path_of(address):
    found = re.search(r"/routes/\d+/", address)
    assert found
    return found.group()
