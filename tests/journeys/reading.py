"""Looking at one page of the access table after another, each as somebody who may."""

from typing import Any
from urllib.parse import urlsplit

from django.urls import resolve
from playwright.sync_api import Page

from opora.web.shell.tests.browser import leaving
from tests.journeys.audit import axe, faults
from tests.journeys.desk import Desk, visit
from tests.journeys.pages import PAGES, Places


class Readers:
    """A browser for each kind of reader, used for page after page."""

    def __init__(self, desk: Desk, places: Places) -> None:
        self.desk = desk
        self.places = places
        self.pages: dict[str | None, Page] = {}

    def seat(self, who: str | None, session: Any) -> None:
        """Give somebody from outside the demonstration a browser."""
        context = self.desk.context(session)
        context.add_init_script(axe())
        self.pages[who] = context.new_page()

    def page_of(self, who: str | None) -> Page:
        if who not in self.pages:
            self.seat(who, self.desk.session(who) if who else None)
        return self.pages[who]

    def look_at(self, name: str) -> list[str]:
        """Open the page and prove that it is the one; gives what keeps somebody from using it."""
        shown = PAGES[name]
        page = self.page_of(shown.who)
        answer = visit(page, self.places.address(name))
        if shown.who and name != "account_reauthenticate" and "/account/reauthenticate/" in page.url:
            # Who signed in a while ago says the password once more before the second factor changes.
            page.get_by_label("Пароль").fill(self.desk.product.password(shown.who))
            with leaving(page):
                page.locator("main form button.primary").click()
            answer = visit(page, self.places.address(name))
        opened = resolve(urlsplit(answer.url).path).view_name
        assert (answer.status, opened) == (shown.status, name)
        return faults(page)
