"""A signal and a record of every kind on its path, made the way people make them."""

import re
from datetime import date

from playwright.sync_api import Page

from tests.journeys import study
from tests.journeys.desk import visit


def take_signal_in(
    page: Page, *, story: str = "Соседи слышат плач по ночам", on: date | None = None, children: int | None = None
) -> int:
    """A call is written down; gives the number of the signal. The page of the family is open then."""
    visit(page, "/signals/new/")
    write_signal(page, story, on=on, children=children)
    take_in(page)
    found = re.search(r"\d+", page.title())
    assert found
    return int(found.group())


def take_in(page: Page, *, goes_on: bool = False) -> None:
    """Take the written signal in; whoever ``goes_on`` is asked at once what is to be known next."""
    name = "Принять и перейти к следующему" if goes_on else "Принять сигнал"
    page.get_by_role("button", name=name).last.click()
    page.wait_for_url(re.compile(r"/routes/\d+/" + ("intake/screening/" if goes_on else "$")))


def write_signal(page: Page, story: str, *, on: date | None = None, children: int | None = None) -> None:
    """Fill the intake card in, as far as one hears on the telephone."""
    page.get_by_label("Что случилось").fill(story)
    if on:
        page.get_by_label("День сигнала").fill(on.isoformat())
    if children:
        page.get_by_label("Сколько детей").fill(str(children))
    channel, target = page.get_by_label("Как пришёл сигнал"), page.get_by_label("Программа")
    if channel.input_value() != "phone":
        channel.select_option("phone")
    page.get_by_label("Кто обратился", exact=True).select_option("neighbour")
    first = target.locator("option:not([value=''])").first.get_attribute("value")
    if target.input_value() != first:
        target.select_option(first)


def path_of(page: Page, signal: int) -> str:
    """The address of the path that began with this signal."""
    if not re.search(r"/routes/\d+/", page.url):
        visit(page, f"/signals/{signal}/")
    found = re.search(r"/routes/\d+/", page.url)
    assert found
    return found.group()


def record_everything(page: Page) -> dict[str, int]:
    """A signal with a contact, an act, a visit, a form of risks and a report; gives what fills their addresses."""
    referral = take_signal_in(page)
    route = int(re.findall(r"/routes/(\d+)/", page.url)[0])
    at = f"/routes/{route}/intake"
    home = rf"/routes/{route}/$"

    path, notes = f"/routes/{route}/", "Придёт в пятницу"
    study.talk(page, path, how="По телефону", whom="Мама", result="Поговорили", notes=notes, on=date.today())
    study.plan_visit(page, path, on=date.today())

    visit(page, f"{at}/risks/")
    page.locator("#id_risk_infant").select_option("yes")
    _save(page, home)
    visit(page, f"{at}/")
    card = page.content()

    visit(page, f"{at}/aid/")
    page.locator("#id_food").fill("2")
    _save(page, r"/signals/aid/\d+/$")
    aid = _number(page, r"/aid/(\d+)/$")

    visit(page, f"{at}/sources/new/")
    page.get_by_label("Соседи или знакомые").check()
    page.get_by_label("На каком основании").select_option("unasked")
    page.get_by_label("Что рассказали").fill("Слышат плач по ночам")
    _save(page, r"/intake/sources/$")
    note = int(re.findall(r"/signals/sources/(\d+)/", page.content())[0])

    visit(page, f"{at}/report/")
    page.locator("#id_situation").fill("Мать одна с двумя детьми")
    _save(page, r"/signals/reports/\d+/$")
    return {
        "referral_id": referral,
        "contact_id": int(re.findall(r"/signals/contacts/(\d+)/", card)[0]),
        "visit_id": int(re.findall(r"/signals/visits/(\d+)/", card)[0]),
        "form_id": int(re.findall(r"/signals/risks/(\d+)/", card)[0]),
        "aid_id": aid,
        "note_id": note,
        "report_id": _number(page, r"/reports/(\d+)/$"),
    }


def _save(page: Page, leads_to: str) -> None:
    page.locator("form .btn.primary", has_text="Сохранить").click()
    page.wait_for_url(re.compile(leads_to))


def _number(page: Page, pattern: str) -> int:
    page.wait_for_url(re.compile(pattern))
    found = re.search(pattern, page.url)
    assert found
    return int(found.group(1))
