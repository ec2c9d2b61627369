"""A vote of a panel, each member at a desk of one's own; and a council on the plan."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from playwright.sync_api import Page, expect

from tests.journeys.desk import reach, settle, visit

APPROVE, RETURN = "approve", "return"
"""What a council decides on a plan."""


@dataclass(frozen=True, slots=True)
class Voter:
    """A member of the panel at a desk, with the answer and the reason for it."""

    page: Page
    name: str
    choice: str = "открыть случай"
    reason: str = ""


def decide(route: str, chair: Voter, others: Sequence[Voter]) -> Page:
    """Somebody opens the vote, everybody votes alone, the chair closes it; gives the page of the minutes.

    It is opened by whoever was led to it when the family was put to the decision, else by the chair.
    """
    page = chair.page
    led = [one.page for one in (chair, *others) if f"{route}ballots/new/" in one.page.url]
    asking = led[0] if led else page
    reach(asking, route, "ballots/new/")
    _seat(asking, chair.name, [voter.name for voter in (chair, *others)])
    asking.get_by_role("button", name="Открыть голосование").click()
    asking.wait_for_url(re.compile(r"/ballots/\d+/$"))
    ballot = asking.url
    for voter in (*others, chair):
        _vote(voter, ballot)
        if voter is not chair:
            expect(voter.page.get_by_text("Голоса станут видны, когда проголосуют все")).to_be_visible()
    page.get_by_role("button", name="Подвести итог и составить протокол").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Протокол голосования")
    return page


def _seat(page: Page, chair: str, names: Sequence[str]) -> None:
    """Who votes: the last panel is offered, and what differs is changed."""
    leads = page.get_by_label("Председатель")
    if leads.locator("option:checked").inner_text() != chair:
        leads.select_option(label=chair)
    for box in page.locator("[name=member_ids]").all():
        wanted = box.locator("xpath=..").inner_text().strip() in names
        if box.is_checked() != wanted:
            box.set_checked(wanted)


def hold_council(
    page: Page,
    route: str,
    *,
    decision: str,
    who: Sequence[str] = (),
    remarks: str = "",
    goes_on: bool = False,
    on: date | None = None,
) -> None:
    """Record a council on the plan; nobody named is whoever sat in the last one, or stands first."""
    reach(page, route, "conferences/new/")
    if on is not None:
        page.locator("#id_on").fill(on.isoformat())
    for name in who:
        if not (box := page.get_by_label(name)).is_checked():
            box.check()
    if not page.locator("[name=participant_ids]:checked").count():
        page.locator("[name=participant_ids]").first.check()
    page.get_by_label("Замечания к плану").fill(remarks)
    page.locator(f"[name=decision][value={decision}]").check(force=True)
    if goes_on:
        page.get_by_role("button", name="Сохранить и сделать, как решено").click()
        expect(page.get_by_text(re.compile("Сделано: «"))).to_be_visible()
        return
    page.get_by_role("button", name="Составить протокол").click()
    page.wait_for_url(re.compile(r"/(conferences|routes)/\d+/$"))


def _vote(voter: Voter, ballot: str) -> None:
    """Found among one's own votes, cast, and not to be changed any more."""
    page = voter.page
    if page.url != ballot:
        _go_to_vote(page, ballot)
    page.get_by_label(voter.choice).check()
    page.get_by_label("Почему вы так голосуете").fill(voter.reason)
    page.get_by_role("button", name="Проголосовать").click()
    expect(page.get_by_text("Ваш голос принят.")).to_be_visible()


def _go_to_vote(page: Page, ballot: str) -> None:
    """By the line of what is next on the page of the family, else by what waits for one today."""
    page.reload()
    settle(page)
    line = page.locator("#next").get_by_role("link", name="К голосованию")
    if not line.count():
        visit(page, "/")
        number = ballot.rstrip("/").rpartition("/")[2]
        line = page.locator(f"a[href='/ballots/{number}/']").filter(visible=True)
    line.first.click()
    page.wait_for_url(ballot)
