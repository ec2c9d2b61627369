"""The pages of indicators: one that every product has, and what must be entered before its page is there."""

import re
from datetime import date

from playwright.sync_api import Page

from opora.web.shell.tests.browser import leaving
from tests.journeys.asking import Shown
from tests.journeys.councils import send
from tests.journeys.desk import visit

OWN = "own-one"

INDICATOR_PAGES: dict[str, tuple[object, ...]] = {
    "indicators:list": (),
    "indicators:outside": (),
    "indicators:outside_new": (),
    "indicators:new": (),
    "indicators:one": ("IND-20",),
    "indicators:cases": ("IND-20",),
    "indicators:target": ("IND-20",),
    "indicators:outside_void": (),
    "indicators:put_away": (OWN,),
    "indicators:draft": (OWN,),
    "indicators:publish": (OWN,),
    "indicators:give_up": (OWN,),
}
"""What an address asks for."""
INDICATORS_SHOWN = {name: Shown() for name in INDICATOR_PAGES}
# They only take forms.
INDICATOR_NO_PAGES = frozenset({"indicators:drop_target", "indicators:begin", "indicators:take_back"})
OF_A_DRAFT = frozenset({"indicators:draft", "indicators:publish", "indicators:give_up"})
"""Pages that are there only while the next version is worked on."""


def figures_of_today(page: Page, *codes: str) -> dict[str, int]:
    """What these indicators come to today, as their pages say."""
    today, found = date.today().isoformat(), {}
    for code in codes:
        text = page.request.get(f"/indicators/of/{code}/?from_on={today}&to_on={today}").text()
        (found[code],) = map(int, re.findall(r'<dd class="v">(\d+)</dd>\s*<dd class="s">\s*[^\d<]', text)[:1])
    return found


def enter_a_figure(page: Page) -> int:
    """Enter an outside figure; gives its id."""
    visit(page, "/indicators/outside/new/")
    page.locator("#id_value").fill("12")
    page.locator("#id_unit").fill("детей")
    page.locator("#id_source").fill("Росстат")
    send(page, r"/indicators/outside/$")
    return int(re.findall(r"/outside/(\d+)/void/", page.content())[0])


def compose_one(page: Page) -> None:
    """Publish an indicator of one's own."""
    visit(page, "/indicators/new/?measure=IND-01")
    page.locator("#id_title").fill("Сигналы по телефону")
    page.locator("#id_code").fill(OWN)
    send(page, r"/indicators/of/[^/]+/$")


def draft_the_next(page: Page) -> None:
    """Begin the next version of the indicator of one's own."""
    visit(page, f"/indicators/of/{OWN}/")
    with leaving(page):
        page.get_by_role("button", name="Изменить показатель").click()
