"""Somebody at a browser: signed in as one of the people who work here, watched for complaints of the page."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Error, Page, Request, Response

from opora.web.shell.tests import browser as walk
from tests.journeys.product import Product

# A part that loads by itself begins to ask in the first moments of the page: they are let pass before one looks.
SETTLED = """async (patience) => {
  if (typeof htmx === 'undefined') return;
  const begun = performance.now();
  do {
    if (performance.now() - begun > patience) throw new Error('The page does not come to rest');
    await new Promise((passed) => requestAnimationFrame(() => setTimeout(passed)));
  } while (document.readyState !== 'complete' || document.querySelector('.htmx-request, .htmx-settling'));
}"""

Sessions = dict[tuple[str, str], Any]
"""Cookies of people who signed in already, by address and by who it is."""


class Desk:
    """Opens pages of one product and collects everything a calm page never does."""

    def __init__(self, product: Product, chromium: Browser, sessions: Sessions) -> None:
        self.product = product
        self.chromium = chromium
        self.sessions = sessions
        self.complaints: list[str] = []
        self.expected: list[str] = []
        self._contexts: list[BrowserContext] = []

    def open(self, who: str | None, path: str = "/", **look: Any) -> Page:
        """A page in a browser of its own; ``who`` is a key of the demonstration, none for a stranger.

        ``size``, ``scheme`` and ``script`` say what the browser is like.
        """
        page = self.context(self.session(who) if who else None, **look).new_page()
        visit(page, path)
        return page

    def context(
        self, session: Any = None, *, size: Any = walk.DESKTOP, scheme: Any = "light", script: bool = True
    ) -> BrowserContext:
        """A browser of its own; ``session`` holds the cookies of somebody who signed in."""
        context = self.chromium.new_context(
            base_url=self.product.address,
            viewport=size,
            has_touch=size is walk.PHONE,
            is_mobile=size is walk.PHONE,
            color_scheme=scheme,
            java_script_enabled=script,
            reduced_motion="reduce",
            locale="ru-RU",
            timezone_id="Europe/Moscow",
            storage_state=session,
        )
        context.set_default_timeout(walk.PATIENCE)
        context.on("console", self._hear)
        context.on("weberror", lambda error: self.complaints.append(str(getattr(error.error, "stack", error.error))))
        context.on("request", self._see)
        context.on("response", self._judge)
        self._contexts.append(context)
        return context

    def session(self, who: str) -> Any:
        """The cookies of somebody of the demonstration; the first time he really signs in."""
        key = self.product.address, who
        if key not in self.sessions:
            page = self.context().new_page()
            sign_in(page, f"{who}@opora.example", self.product.password(who))
            page.wait_for_url(f"{self.product.address}/")
            self.sessions[key] = page.context.storage_state()
        return self.sessions[key]

    def expect(self, *statuses: int | str) -> None:
        """The page is meant to be refused (404 …) or cut off in this journey: the browser may mention it."""
        self.expected += [f"status of {status}" if isinstance(status, int) else status for status in statuses]

    def close(self) -> list[str]:
        """Close everything; gives the complaints nobody expected."""
        for context in self._contexts:
            context.close()
        return [said for said in self.complaints if not any(word in said for word in self.expected)]

    def _hear(self, said: ConsoleMessage) -> None:
        if said.type in {"error", "warning"}:
            self.complaints.append(f"{said.text} ({said.location.get('url', '')})")

    def _see(self, request: Request) -> None:
        if not request.url.startswith((self.product.address, "data:", "blob:", "about:")):
            self.complaints.append(f"a request left this machine: {request.url}")

    def _judge(self, response: Response) -> None:
        if response.status >= 500:
            self.complaints.append(f"{response.status} from {response.url}")


@contextmanager
def desk_of(product: Product, chromium: Browser, sessions: Sessions) -> Iterator[Desk]:
    """A desk for one journey; at its end there must be nothing to complain of."""
    desk = Desk(product, chromium, sessions)
    yield desk
    complaints = desk.close()
    assert not complaints, complaints


def visit(page: Page, path: str) -> Response:
    """Go to an address and wait until its panels have come."""
    response = page.goto(path)
    assert response is not None
    settle(page)
    return response


def reach(page: Page, route: str, part: str) -> None:
    """Go to a form as people do: by a button of the page that is open or of the family's; else by its address.

    Whoever was led there by the form before stays. What was said of the form before may stand at the head of a page of
    which the rest is still to come.
    """
    page.wait_for_load_state()
    if f"{route}{part}" in page.url.partition("?")[0]:
        return
    button = page.locator(f"a[href^='{route}{part}']").filter(visible=True)
    if not button.count():
        visit(page, route)
    if button.count():
        button.first.click()
        page.wait_for_url(re.compile(re.escape(f"{route}{part}")))
    else:
        visit(page, f"{route}{part}")


# So often a page may lead on while one waits for it: a press, what it redirects to, and the page behind.
_LED_ON = 3


def settle(page: Page) -> None:
    """Wait until the page that is open and the parts it loads by itself stand still.

    It knows nothing of a page that was asked for and is not there yet: after a press that leads on, wait for what it
    leads to (`walk.leaving`, `expect`, `wait_for_url`).
    """
    for ways_left in reversed(range(_LED_ON)):
        try:
            page.evaluate(SETTLED, walk.PATIENCE)
            return
        except Error as left:
            if "context was destroyed" not in str(left) or not ways_left:
                raise
            # It led on by itself meanwhile: where it led to comes to rest.
            page.wait_for_load_state()


def sign_in(page: Page, email: str, password: str) -> None:
    """Fill the door in, as a person does, and see what is behind it."""
    page.goto("/account/login/")
    page.get_by_label("Электронная почта").fill(email)
    page.get_by_label("Пароль").fill(password)
    with walk.leaving(page):
        page.get_by_role("button", name="Войти").click()
