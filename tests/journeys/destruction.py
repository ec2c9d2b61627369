"""A family takes its consent back, its case is closed, and the head destroys its data: what the pages of it need."""

import re

from playwright.sync_api import Page, expect

from tests.journeys import path, steps
from tests.journeys.desk import visit

OPENED, SIGNED, WITHDRAWN, CLOSED = (steps.days_ago(days) for days in (20, 18, 6, 4))
REASON = "Отзыв получен письмом, входящий № 17."


def withdrawn_family(page: Page, surname: str) -> tuple[int, str]:
    """A case whose family took its consent back; gives the case and the address of its path."""
    case = steps.open_named_case(page, surname, on=OPENED)
    route = path.route_of(page, case)
    visit(page, f"{route}papers/consent/")
    page.get_by_label("Обработка своих данных").check()
    page.get_by_label("Чьи данные").select_option(index=1)
    page.get_by_label("Подписано").fill(SIGNED.isoformat())
    page.get_by_role("button", name="Сохранить").click()
    page.get_by_role("link", name="Обработка своих данных").first.click()
    page.get_by_role("link", name="Внести отзыв").click()
    page.get_by_label("Отзыв получен").fill(WITHDRAWN.isoformat())
    page.get_by_role("button", name="Внести отзыв").click()
    expect(page.get_by_text("Отзыв внесён.")).to_be_visible()
    return case, route


def say_goodbye(page: Page, case: int) -> None:
    """The work ends: the family declines it."""
    path.close(page, case, "Отказ от работы", on=CLOSED, summary="Семья отозвала согласие.", side="семья")


def destroy(page: Page, route: str) -> int:
    """The head destroys the data; gives the act by the number of its address."""
    visit(page, f"{route}papers/destroy/")
    page.get_by_label("Причина, для акта").fill(REASON)
    page.get_by_label("Наберите номер пути").fill(re.findall(r"\d+", route)[0])
    page.get_by_role("button", name="Уничтожить навсегда").click()
    expect(page.get_by_text("Данные уничтожены. Вот акт")).to_be_visible()
    return int(re.findall(r"/papers/acts/(\d+)/", page.url)[0])


def destroy_something(page: Page) -> dict[str, int]:
    """A term that runs and an act of what was destroyed, for the pages of the table."""
    case, route = withdrawn_family(page, steps.new_surname())
    say_goodbye(page, case)
    act = destroy(page, route)
    withdrawn_family(page, steps.new_surname())
    visit(page, "/papers/terms/")
    return {"act_id": act, "term_id": int(re.findall(r"/papers/terms/(\d+)/extend/", page.content())[0])}
