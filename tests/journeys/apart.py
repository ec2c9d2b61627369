"""Somebody leaves a family, two families turn out to be one, two signals tell of one: what can be taken back."""

import re
from datetime import date
from urllib.parse import urlsplit

from playwright.sync_api import Page, expect

from tests.journeys.desk import visit
from tests.journeys.signals import write_signal


def leave_family(page: Page, case: int, person: int) -> dict[str, int]:
    """Somebody belongs to the family no longer; gives what fills the address that puts the person back."""
    people = f"/cases/{case}/people/"
    visit(page, f"{people}{person}/leave/")
    page.locator("input[name=why]").first.check()
    page.locator("input[name=day]").fill(date.today().isoformat())
    page.locator("main form button.primary").click()
    page.wait_for_url(re.compile(f"{people}$"))
    return {"case_id": case, "person_id": person}


def find_family(page: Page, case: int, code: str) -> int:
    """The number of the family that a code leads to, beside the family of a case."""
    visit(page, f"/cases/{case}/people/same/")
    page.locator("input[name=code]").fill(code)
    page.locator("main form button.primary").click()
    page.wait_for_url(re.compile(r"/people/same/\d+/$"))
    return int(page.url.rstrip("/").rpartition("/")[2])


def bring_families_together(page: Page, case: int, code: str) -> dict[str, int]:
    """The family of a code comes to that of a case; gives what fills the address that takes them apart again."""
    find_family(page, case, code)
    page.locator("select[name=reason]").select_option(index=1)
    page.get_by_role("button", name="Объединить").click()
    apart = page.locator(f"main a[href^='/cases/{case}/people/merges/']")
    expect(apart).to_be_visible()
    found = re.search(r"/merges/(\d+)/", apart.get_attribute("href") or "")
    assert found
    return {"case_id": case, "union_id": int(found.group(1))}


def join_signals(page: Page, code: str, telephone: str) -> dict[str, int]:
    """A signal of a known family and one that follows it; gives what fills the address that takes them apart again."""
    _take_in(page, telephone)
    visit(page, f"{urlsplit(page.url).path}family/?q=")
    page.locator("main form input[name=q]").fill(code)
    page.locator("main form button.primary").click()
    page.locator("button[name=family]").first.click()
    page.wait_for_url(re.compile(r"/routes/\d+/$"))
    _take_in(page, telephone)
    page.get_by_role("button", name="Это та же семья").first.click()
    apart = page.locator("main a[href*='/joined/']").first
    expect(apart).to_be_visible()
    found = re.search(r"/signals/(\d+)/joined/(\d+)/", apart.get_attribute("href") or "")
    assert found
    return {"referral_id": int(found.group(1)), "join_id": int(found.group(2))}


def _take_in(page: Page, telephone: str) -> None:
    visit(page, "/signals/new/")
    page.locator("#id_phone").fill(telephone)
    write_signal(page, "Соседи слышат плач по ночам")
    page.get_by_role("button", name="Принять сигнал").last.click()
    page.wait_for_url(re.compile(r"/routes/\d+/$"))
