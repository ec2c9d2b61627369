"""A mother takes her consent back: the work with data stops and says so, a term runs, a child is still protected."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys import path, steps
from tests.journeys.desk import visit

pytestmark = pytest.mark.journey

OPENED, SIGNED, WITHDRAWN = (steps.days_ago(days) for days in (20, 18, 2))
WORDS = "Согласие на обработку данных отозвано"


def test_processing_stops_the_term_is_shown_and_danger_may_still_be_reported(desk):
    desk.expect(422)
    page = desk.open("coordinator")
    case = steps.open_named_case(page, steps.new_surname(), on=OPENED)
    route = path.route_of(page, case)
    give_consent(page, route)
    path.file_paper(page, case, "Договор о комплексном сопровождении", on=SIGNED)
    withdraw(page, route)

    notice = page.locator(".notice.late").first
    expect(notice).to_contain_text("отозвано")
    expect(notice).to_contain_text(f"Данные нужно уничтожить до {steps.days_ago(-28):%d.%m.%Y}")
    path.show(page, case)
    expect(page.locator(".notice.late", has_text="Данные нужно уничтожить до").first).to_be_visible()
    for stopped in page.get_by_role("link", name="Куратор назначен, договор подписан").all():
        expect(stopped).to_have_attribute("aria-disabled", "true")
    expect(page.locator("a[href]", has_text="Куратор назначен, договор подписан")).to_have_count(0)
    expect(page.locator("#next", has_text=WORDS)).to_be_attached()
    for step in ("Отказ от работы", "Высокий риск для ребёнка"):
        expect(page.get_by_role("link", name=step, exact=True)).to_be_visible()

    a_letter_is_refused_and_nothing_typed_is_lost(page, route)
    visit(page, f"{route}papers/notice/")
    page.get_by_label("Какой орган, кто принял").fill("Опека района, дежурный")
    page.get_by_label("Во сколько").fill("10:30")
    page.get_by_label("О чём сообщаем").fill("Дети одни второй день")
    page.get_by_role("button", name="Внести сообщение").click()
    expect(page.get_by_text("Сообщение внесено")).to_be_visible()


def test_after_the_goodbye_the_data_are_destroyed_by_an_act_and_the_results_stay(desk):
    desk.expect(404, 422)
    coordinator, head = desk.open("coordinator"), desk.open("head")
    surname = steps.new_surname()
    case = steps.open_named_case(coordinator, surname, on=OPENED)
    number = coordinator.locator(".facts dd").first.inner_text()
    route = path.route_of(coordinator, case)
    give_consent(coordinator, route)
    withdraw(coordinator, route)
    assert visit(coordinator, f"{route}papers/destroy/").status == 404
    visit(head, f"{route}papers/destroy/")
    expect(head.get_by_role("button", name="Уничтожить навсегда")).to_have_count(0)
    path.close(coordinator, case, "Отказ от работы", on=steps.days_ago(0), summary="Мама уехала.", side="семья")

    destroy(head, route)
    with head.expect_download() as journal:
        head.get_by_role("link", name="Выгрузить журнал").click()
    assert journal.value.suggested_filename
    visit(head, "/cases/?state=all")
    head.get_by_label("Номер, шифр или имя").fill(surname)
    expect(head.get_by_text("Ничего не найдено")).to_be_visible()
    visit(head, f"/outcomes/?closed_from={steps.days_ago(0).isoformat()}")
    path.unfold_programs(head)
    expect(head.get_by_role("row").filter(has_text=number)).to_have_count(1)


def test_a_new_consent_takes_the_withdrawal_back(desk):
    page = desk.open("coordinator")
    case = steps.open_named_case(page, steps.new_surname(), on=OPENED)
    route = path.route_of(page, case)
    give_consent(page, route)
    withdraw(page, route)
    give_consent(page, route)
    expect(page.locator(".notice.late")).to_have_count(0)
    path.show(page, case)
    expect(page.get_by_text(WORDS)).to_have_count(0)


def give_consent(page: Page, route: str) -> None:
    """The mother allows the processing of her data."""
    visit(page, f"{route}papers/consent/")
    page.get_by_label("Обработка своих данных").check()
    page.get_by_label("Чьи данные").select_option(index=1)
    page.get_by_label("Подписано").fill(SIGNED.isoformat())
    page.get_by_role("button", name="Сохранить").click()
    expect(page.get_by_text("Согласие внесено.")).to_be_visible()


def withdraw(page: Page, route: str) -> None:
    visit(page, f"{route}papers/")
    page.get_by_role("link", name="Обработка своих данных").first.click()
    page.get_by_role("link", name="Внести отзыв").click()
    expect(page.get_by_text("Что произойдёт после отзыва")).to_be_visible()
    page.get_by_label("Отзыв получен").fill(WITHDRAWN.isoformat())
    page.get_by_role("button", name="Внести отзыв").click()
    expect(page.get_by_text("Отзыв внесён.")).to_be_visible()


def destroy(page: Page, route: str) -> None:
    """The head signs for it, with the number of the path typed by hand; a slip of the finger destroys nothing."""
    visit(page, f"{route}papers/destroy/")
    page.get_by_label("Причина, для акта").fill("Отзыв получен письмом.")
    typed = page.get_by_label("Наберите номер пути")
    typed.fill("1234567")
    page.get_by_role("button", name="Уничтожить навсегда").click()
    expect(page.locator("#id_typed_error")).to_be_visible()
    expect(page.get_by_label("Причина, для акта")).to_have_value("Отзыв получен письмом.")
    typed.fill(route.strip("/").rpartition("/")[2])
    page.get_by_role("button", name="Уничтожить навсегда").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Акт об уничтожении данных")


def a_letter_is_refused_and_nothing_typed_is_lost(page: Page, route: str) -> None:
    visit(page, f"{route}papers/letter/")
    page.get_by_label("Договор о сопровождении").check()
    page.get_by_label("От чьего имени").select_option(index=1)
    page.get_by_role("button", name="Составить").click()
    expect(page.locator("main")).to_contain_text("отозвано")
    expect(page.get_by_label("Договор о сопровождении")).to_be_checked()
