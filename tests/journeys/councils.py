"""A vote, a council and a referral to a partner, made the way people make them."""

import re

from playwright.sync_api import Page

from opora.web.shell.tests.browser import leaving
from tests.journeys.desk import visit


def decide_everything(page: Page, route: int) -> dict[str, int]:
    """A closed vote, a running one, a council, a partner and a referral; gives what fills their addresses."""
    closed = _open_ballot(page, route)
    page.locator("[name=choice]").first.check(force=True)
    send(page, r"/ballots/\d+/$")
    visit(page, f"/ballots/{closed}/close/")
    send(page, r"/ballots/\d+/minutes/$")
    running = _open_ballot(page, route)

    visit(page, f"/routes/{route}/conferences/new/")
    page.locator("[name=participant_ids]").first.check()
    page.locator("[name=decision][value=approve]").check(force=True)
    conference = send(page, r"/conferences/(\d+)/$")

    visit(page, "/partners/new/")
    page.locator("#id_name").fill(f"Центр помощи {route}")
    page.locator("#id_services").fill("Юридические консультации")
    page.locator("#id_contacts").fill("+7 495 000-00-00")
    partner = send(page, r"/partners/(\d+)/$")

    visit(page, f"/routes/{route}/partners/refer/?partner={partner}")
    send(page, r"/routes/\d+/partners/$")
    onward = int(re.findall(r"/onward/(\d+)/confirm/", page.content())[0])
    return {
        "closed_ballot_id": closed,
        "ballot_id": running,
        "conference_id": conference,
        "partner_id": partner,
        "onward_id": onward,
    }


def _open_ballot(page: Page, route: int) -> int:
    """A vote in which only who opens it votes."""
    visit(page, "/account/")
    name = page.locator("h1").first.inner_text().strip()
    visit(page, f"/routes/{route}/ballots/new/")
    me = page.locator("#id_chair_id option:not([value=''])", has_text=name).first.get_attribute("value")
    page.locator("#id_chair_id").select_option(me)
    # Who sat on the panel of another vote is proposed again.
    for member in page.locator("[name=member_ids]:checked").all():
        member.uncheck(force=True)
    page.locator(f"[name=member_ids][value='{me}']").check(force=True)
    return send(page, r"/ballots/(\d+)/$")


def send(page: Page, leads_to: str) -> int:
    with leaving(page):
        page.locator("form.form .btn.primary").first.click()
    page.wait_for_url(re.compile(leads_to))
    found = re.search(leads_to, page.url)
    return int(found.group(1)) if found and found.groups() else 0
