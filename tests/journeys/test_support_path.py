"""Support at home: a signal, the study of the family, the vote of a panel, the case, its contract, a better life.

The third of the acceptance scenarios, whole, with one family (S4-01…43, S3-77).
"""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys import path, signals, steps, study, support, votes
from tests.journeys.desk import reach, visit
from tests.journeys.votes import Voter

pytestmark = pytest.mark.journey

CALLED, WENT = (steps.days_ago(days) for days in (9, 7))
TODAY = steps.days_ago(0)
_PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def test_from_a_call_to_the_row_of_the_result(desk):
    coordinator, manager = desk.open("coordinator"), desk.open("manager")
    surname = steps.new_surname()
    route = take_call(coordinator, surname)
    study.answer_criteria(coordinator, route, study.IN_REGION, then="Назначить встречу")
    expect(coordinator.get_by_text("Сделано: «Назначить встречу»")).to_be_visible()

    study.plan_visit(coordinator, route, "Анна Белова", "Тимур Асадов", on=TODAY)
    study.report_visit(manager, route, children=2)
    study.approve_visit(coordinator, route)
    path.waits_for(manager, route, "Согласие на обработку данных")
    name_the_family(manager, route, surname)
    consent(manager, route)
    path.stands_at(manager, "Диагностика семьи")

    gather(manager, route)
    study.rate_risks(manager, route, on=TODAY, goes_on=True, no_housing="high", debts_hunger="medium")
    gathered = study.report_for_the_vote(manager, route, recommendation="Открыть случай, начать с печи и документов")
    assert "Дрова на зиму" in gathered

    minutes = votes.decide(
        route,
        Voter(coordinator, "Елена Соколова"),
        [
            Voter(manager, "Анна Белова", reason="Мама сама просит помочь"),
            Voter(desk.open("psychologist"), "Дарья Милова", "разовая помощь", "Хватит дров"),
        ],
    )
    expect(minutes.locator("main")).to_contain_text("большинством голосов")
    expect(minutes.locator("main")).to_contain_text("Соответствует критериям")
    expect(minutes.locator("main")).to_contain_text("Хватит дров")

    case = open_by_the_vote(minutes)
    path.show(coordinator, case)
    expect(coordinator).to_have_url(re.compile(f"{route}$"))
    path.stands_at(coordinator, "Куратор и договор")
    expect(coordinator.get_by_text("Анна Белова").first).to_be_visible()
    sign_contract(manager, route)
    path.stands_at(manager, "Составление и корректировка ИПР с семьёй")
    visit(manager, f"{route}?signal")
    expect(manager.locator("#signal")).to_be_visible()
    support.to_the_row_of_the_result(coordinator, manager, case)


def test_a_family_that_comes_back_is_recognised_while_the_call_lasts(desk):
    manager, coordinator = desk.open("manager"), desk.open("coordinator")
    surname = steps.new_surname()
    case = steps.open_named_case(manager, surname, on=CALLED)
    visit(coordinator, "/signals/new/")
    signals.write_signal(coordinator, "Мама снова звонит: отключили свет")
    coordinator.get_by_label("Фамилия родителя").fill(surname)
    coordinator.get_by_label("Имя родителя").fill("Прасковья")
    coordinator.get_by_label("Имя родителя").press("Tab")
    expect(coordinator.get_by_text("Возможно, мы знаем эту семью")).to_be_visible()
    expect(coordinator.locator("#known a")).to_have_attribute("href", f"/cases/{case}/")
    coordinator.get_by_role("button", name="Это та самая семья").click()
    coordinator.wait_for_url(re.compile(r"/routes/\d+/$"))
    expect(coordinator).not_to_have_url(re.compile(surname))
    route = path.route_of(coordinator, coordinator.url)
    visit(coordinator, f"{route}papers/consent/")
    expect(coordinator.get_by_text("Семья ещё не определена")).to_have_count(0)
    expect(coordinator.get_by_label("Чьи данные").locator("option:not([value=''])")).to_have_count(2)


def test_a_call_written_down_wrongly_is_refused_and_kept(desk):
    desk.expect(422)
    page = desk.open("coordinator", "/signals/new/")
    signals.write_signal(page, "", children=2)
    page.get_by_label("Где живёт семья").fill("Заречная, 5")
    page.get_by_role("button", name="Принять сигнал").last.click()
    expect(page.locator("#id_story_error")).to_be_visible()
    expect(page.get_by_label("Где живёт семья")).to_have_value("Заречная, 5")
    expect(page.get_by_label("Сколько детей")).to_have_value("2")
    page.get_by_label("Что случилось").fill("Дом без отопления")
    page.get_by_role("button", name="Принять сигнал").last.click()
    page.wait_for_url(re.compile(r"/routes/\d+/$"))


@pytest.mark.parametrize("who", ["volunteer", "manager.kc", "analyst"])
def test_the_path_of_a_strange_family_is_not_there(desk, who):
    desk.expect(404)
    route = signals.path_of(desk.open("coordinator"), signals.take_signal_in(desk.open("coordinator")))
    reader = desk.context(desk.session(who)).request
    for part in ("", "intake/", "papers/", "councils/", "partners/", "map/", "steps/refuse/", "papers/notice/"):
        shown = []
        for address in (route, "/routes/99999999/"):
            answer = reader.get(f"{address}{part}")
            assert answer.status == 404, part
            shown.append(answer.text().partition("<main")[2].partition("</main>")[0])
        assert shown[0] == shown[1]


def take_call(page: Page, surname: str) -> str:
    """A neighbor calls about a family nobody knows, and is asked at once; gives the address of its path."""
    visit(page, "/signals/new/")
    signals.write_signal(page, "Печь не топят, двое детей в куртках", on=CALLED, children=2)
    page.get_by_label("Фамилия родителя").fill(surname)
    page.get_by_label("Имя родителя").press("Tab")
    expect(page.get_by_text("Возможно, мы знаем эту семью")).to_have_count(0)
    signals.take_in(page, goes_on=True)
    return re.findall(r"/routes/\d+/", page.url)[0]


def gather(page: Page, route: str) -> None:
    """What is known from whom, and a copy of a paper."""
    visit(page, f"{route}papers/attach/")
    page.get_by_label("Какой документ").select_option(label="Согласие на обработку данных")
    page.locator("#id_file").set_input_files({"name": "consent.pdf", "mimeType": "application/pdf", "buffer": _PDF})
    page.locator("form .btn.primary").click()
    expect(page.get_by_text("хранится зашифрованной")).to_be_visible()
    for whom, notes in (
        ("Мама", "Дрова кончились в октябре"),
        ("Организация", "Школа: дети ходят, приходят голодными"),
    ):
        study.talk(page, route, how="Встреча", whom=whom, result="Поговорили", notes=notes, on=TODAY)
    assert re.search(r"Лично,\s+мать", page.request.get(f"{route}intake/").text())


def name_the_family(page: Page, route: str, surname: str) -> None:
    """Nobody is known under this name: the family is entered, and its papers are its own from then on.

    The first of them is asked for at once.
    """
    path.show(page, route)
    page.get_by_role("link", name="Указать семью").click()
    expect(page.get_by_label("Фамилия").first).to_have_value(surname)
    steps.enter_family(page, surname, children=2)
    page.get_by_role("button", name=path.TO_THE_NEXT).click()
    expect(page.get_by_text("Семья указана.")).to_be_visible()
    expect(page).to_have_url(re.compile(re.escape(f"{route}papers/consent/")))


def consent(page: Page, route: str) -> None:
    """The mother signs that her data may be processed."""
    reach(page, route, "papers/consent/")
    expect(page.get_by_label("Обработка своих данных")).to_be_checked()
    expect(page.get_by_label("Чьи данные").locator("option:checked")).to_contain_text("Прасковья")
    page.get_by_label("Подписано").fill(WENT.isoformat())
    page.get_by_role("button", name=path.going_on("Встреча состоялась")).click()
    expect(page.get_by_text("Согласие внесено.")).to_be_visible()


def open_by_the_vote(page: Page) -> int:
    """What the minutes decided opens the case of the family, with a case manager chosen; gives its number."""
    page.get_by_role("link", name="Взять на сопровождение дома").click()
    steps.choose_manager(page, "Анна Белова")
    page.get_by_role("button", name="Открыть случай").click()
    return steps.case_shown(page)


def sign_contract(page: Page, route: str) -> None:
    """The contract comes from the organization's own template, is downloaded, and its signing recorded."""
    reach(page, route, "papers/letter/")
    expect(page.get_by_label("Договор о сопровождении")).to_be_checked()
    page.get_by_role("button", name="Составить").click()
    expect(page.locator("h1 .tag")).to_have_text("Ещё не подписан")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Скачать").click()
    assert waiting.value.suggested_filename.endswith(".docx")
    page.get_by_role("button", name=path.going_on("Куратор назначен, договор подписан")).click()
    expect(page.get_by_text("Подписание отмечено")).to_be_visible()
