"""How a family stands, measured in the browser: at entry, at exit, half a year later, and in the table of results."""

import re
from datetime import date

from playwright.sync_api import Page, expect

from tests.journeys import path, steps
from tests.journeys.desk import visit

TODAY = steps.days_ago(0)


def assess(writer: Page, approver: Page, case: int, point: str, *, on: date, weak: int) -> int:
    """A form handed in and approved; gives the number of its weak sides."""
    visit(writer, f"/cases/{case}/assessments/")
    writer.get_by_role("link", name=point, exact=True).last.click()
    return hand_in(writer, approver, on=on, weak=weak)


def hand_in(writer: Page, approver: Page, *, on: date, weak: int) -> int:
    """The sheet that is open, filled in with so many weak sides, handed in and approved."""
    sides, questions = 0, 0
    # A weak side may be asked of several children: it is one side, and several questions.
    while sides < weak:
        questions += weak - sides
        steps.fill_quickly(writer, weak=questions)
        sides = writer.evaluate(steps.WEAK_ITEMS)
    writer.locator("#id_on").fill(on.isoformat())
    writer.get_by_role("button", name="Сдать оценку").click()
    writer.wait_for_url(re.compile(r"/assessments/\d+/$"))
    steps.approve(approver, writer.url)
    return sides


def stands_in_the_table(page: Page, before: int, after: int, more: str = "") -> None:
    """The outcome table of the program has the row of the case whose page or form is open, with ``more`` in it."""
    number = page.locator(".facts dd").first.inner_text()
    visit(page, f"/outcomes/?from_on={TODAY.isoformat()}")
    path.unfold_programs(page)
    # Another department may have given the same number to a case of its own.
    row = page.locator("table.outcomes").get_by_role("row").filter(has_text=number)
    row = row.filter(has=page.get_by_role("cell", name=f"{TODAY:%d.%m.%Y}", exact=True))
    for figure in (before, after, before - after):
        row = row.filter(has=page.get_by_role("cell", name=str(figure), exact=True))
    expect(row).to_have_count(1)
    expect(row).to_contain_text(more)


def look_back(page: Page, approver: Page, case: int, told: str) -> int:
    """The family is asked how it lives, each child's home and safety, and the form is filled in once more."""
    visit(page, f"/cases/{case}/follow-up/")
    page.locator("[name=result][value=reached]").check(force=True)
    page.locator("#id_family_state").select_option("copes")
    for home in page.locator("select[id^=id_home_]").all():
        home.select_option("own_family")
    for safety in page.locator("select[id^=id_safety_]").all():
        safety.select_option("safe")
    page.locator("#id_note").fill(told)
    page.get_by_role("button", name="Записать").click()
    page.wait_for_url(re.compile(rf"/cases/{case}/(?!follow-up)"))
    visit(page, f"/cases/{case}/assessments/follow_up/")
    weak = hand_in(page, approver, on=TODAY, weak=3)
    visit(page, f"/cases/{case}/summary/")
    ended = page.locator("section", has=page.get_by_role("heading", name="После выхода", exact=True))
    expect(ended).to_contain_text(told)
    expect(ended).to_contain_text("кровная семья")
    return weak
