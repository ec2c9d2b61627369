"""A real Chromium for tests (Playwright's own where it is installed, else the system's) and pages for it.

The pages are served from the test's own transaction: nothing has to be emptied after the test, which the
append-only journal would refuse.
"""

import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import wraps
from pathlib import Path
from typing import Any

from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.handlers.wsgi import WSGIHandler
from django.core.servers.basehttp import ThreadedWSGIServer
from django.core.signals import request_finished, request_started
from django.db import DEFAULT_DB_ALIAS, close_old_connections, connections
from django.test.testcases import QuietWSGIRequestHandler
from playwright.sync_api import Browser, Locator, Page, Playwright, ViewportSize, expect, sync_playwright

PHONE: ViewportSize = {"width": 390, "height": 844}
DESKTOP: ViewportSize = {"width": 1440, "height": 900}
SMALLEST = 24
"""The least width and height of anything to point at, in CSS pixels (WCAG 2.2, 2.5.8)."""

# A machine with many things to do answers late; a test waits no longer than it must.
PATIENCE = 30_000
expect.set_options(timeout=PATIENCE)

BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# The browser's own errands (updates, lists, guesses) are none of the product's: nothing but this machine exists for it.
SWITCHES = (
    "--no-sandbox",
    "--lang=ru",
    "--disable-gpu",
    "--in-process-gpu",
    # A page lives for a second here: to make its scripts quick takes longer than to run them.
    "--js-flags=--no-opt --no-maglev",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    # What a page asks for passes through one process less.
    "--enable-features=NetworkServiceInProcess2",
)
# What Playwright switches off; and a new frame for every document, and a process kept ready for a page of another house
# that never comes. Of two such switches the browser hears the last, so Playwright's list stands here too.
NEEDLESS = (
    "AimEnabled",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PaintHolding",
    "PreconnectToSearch",
    "RenderDocument",
    "SpareRendererForSitePerProcess",
    "ThirdPartyStoragePartitioning",
)

# Links inside a sentence are exempt: their size is that of the line.
TARGETS = """
(smallest) => [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
  .filter((part) => part.checkVisibility({checkVisibilityCSS: true}) && part.type !== 'hidden')
  .filter((part) => !part.closest('p, .skip') || part.matches('.btn'))
  // A line of a drawing is thin; whoever cannot hit it takes the link of the list to the same place.
  .filter((part) => !(part.closest('svg') && part.getAttribute('tabindex') === '-1' &&
    [...document.querySelectorAll('a[href]')].some((other) =>
      !other.closest('svg') && other.getAttribute('href') === part.getAttribute('href'))))
  .map((part) => {
    const label = part.closest('label') || part;
    const box = part.getBoundingClientRect(), wider = label.getBoundingClientRect();
    return {name: part.outerHTML.slice(0, 90), width: Math.max(box.width, wider.width),
            height: Math.max(box.height, wider.height)};
  })
  .filter((part) => part.width < smallest || part.height < smallest)
"""


ASIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


class _Server(ThreadedWSGIServer):
    """Answers in threads that share the connection of the test, and leaves it open."""

    daemon_threads = True

    def _close_connections(self) -> None:
        """The connection belongs to the test."""


class _OneAtATime:
    """Two requests in one transaction would mix up their savepoints: each waits for the other."""

    def __init__(self, app: Callable[..., Any]) -> None:
        self.app = app
        self.turn = threading.Lock()
        self.has_ended = False

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Any:
        with self.turn:
            if self.has_ended:
                start_response("503 Service Unavailable", [])
                return []
            return self.app(environ, start_response)

    def end(self) -> None:
        """Let the request under way come to its end; a page that is closed may still ask, and is not answered."""
        with self.turn:
            self.has_ended = True


@contextmanager
def served() -> Iterator[str]:
    """Serve the product from the present test's transaction; gives the address without a slash at the end."""
    connection = connections[DEFAULT_DB_ALIAS]
    connection.ensure_connection()
    connection.inc_thread_sharing()
    override = {connection.alias: connection}
    server = _Server(("127.0.0.1", 0), QuietWSGIRequestHandler, connections_override=override)
    app = _OneAtATime(StaticFilesHandler(WSGIHandler()))
    server.set_app(app)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    # Django closes a connection with a transaction under way after each request; this one is still needed.
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        app.end()
        server.shutdown()
        server.server_close()
        thread.join()
        for signal in (request_started, request_finished):
            signal.connect(close_old_connections)
        connection.dec_thread_sharing()


_running: list[tuple[Browser, ExitStack]] = []


def _once_all_is_there(deed: Callable[..., Any]) -> Callable[..., Any]:
    """People press what stands still: on a page that is still coming, what is pressed may move away beneath them."""

    @wraps(deed)
    def done(part: Locator, *args: Any, **named: Any) -> Any:
        part.page.wait_for_load_state()
        return deed(part, *args, **named)

    return done


for _deed in ("click", "tap", "check", "uncheck", "fill", "select_option", "set_input_files"):
    setattr(Locator, _deed, _once_all_is_there(getattr(Locator, _deed)))


def chromium() -> Browser:
    """One browser for all tests that follow one another here: to start it takes longer than most of them."""
    if not _running:
        with ExitStack() as ends:
            browser = launch(ends.enter_context(sync_playwright()))
            ends.callback(browser.close)
            _running.append((browser, ends.pop_all()))
    return _running[0][0]


def end_chromium() -> None:
    """While Playwright runs, other tests of this process could not use an event loop: it ends before them."""
    while _running:
        _running.pop()[1].close()


def launch(playwright: Playwright) -> Browser:
    own = Path(playwright.chromium.executable_path)
    path = None if own.exists() else next(filter(None, map(shutil.which, BROWSERS)), None)
    return playwright.chromium.launch(
        executable_path=path, args=[*SWITCHES, f"--disable-features={','.join(NEEDLESS)}"]
    )


@contextmanager
def leaving(page: Page) -> Iterator[None]:
    """What is pressed inside leads to another page, or to the same one anew: at the end it is there.

    A click returns when it was made, not when it was answered: what is read or opened next would come too early.
    """
    with page.expect_navigation():
        yield


def small_targets(page: Page) -> list[dict[str, object]]:
    """Everything to point at that is smaller than fingers and eyes need."""
    found: list[dict[str, object]] = page.evaluate(TARGETS, SMALLEST)
    return found


def overflow(page: Page) -> int:
    """By how many pixels the page is wider than the window; a page on its way is waited for."""
    page.wait_for_load_state()
    found: int = page.locator("body").evaluate(f"() => {ASIDE}")
    return found
