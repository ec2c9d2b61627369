"""The pages of assessment forms: the form every product has, and a draft of a new one."""

from playwright.sync_api import Page

from opora.web.shell.tests.browser import leaving
from tests.journeys.asking import Shown
from tests.journeys.desk import visit

FORM = "efo"
OWN = "own"

FORM_PAGES: dict[str, tuple[object, ...] | None] = {
    "instruments:list": None,
    "instruments:new": None,
    "instruments:bring": None,
    "instruments:form": (FORM,),
    "instruments:version": (FORM, 1),
    "instruments:programs": (FORM,),
    "instruments:draft": (OWN,),
    "instruments:head": (OWN,),
    "instruments:scale": (OWN,),
    "instruments:add_level": (OWN,),
    "instruments:level": (OWN, 1),
    "instruments:remove_level": (OWN, 1),
    "instruments:add_section": (OWN,),
    "instruments:section": (OWN, "1"),
    "instruments:remove_section": (OWN, "1"),
    "instruments:add_item": (OWN, "1"),
    "instruments:item": (OWN, "1.1"),
    "instruments:remove_item": (OWN, "1.1"),
    "instruments:publish": (OWN,),
    "instruments:give_up": (OWN,),
    "assessments:try_out": (OWN,),
}
"""What an address asks for; None where it names no form."""
FORMS_SHOWN = {name: Shown() for name in FORM_PAGES}

# They only take forms, or give files.
FORM_NO_PAGES = frozenset(
    {
        "instruments:begin",
        "instruments:shift_level",
        "instruments:shift_section",
        "instruments:shift_item",
        "instruments:take_back",
        "instruments:toml",
        "instruments:draft_toml",
        "instruments:xlsform",
        "instruments:bring_in",
    }
)


def draft_a_form(page: Page) -> None:
    """A new form with a section and an item."""
    visit(page, "/instruments/new/")
    page.locator("#id_title_ru").fill("Своя форма")
    page.locator("#id_code").fill(OWN)
    with leaving(page):
        page.locator("main form button.primary").click()
    visit(page, f"/instruments/of/{OWN}/draft/sections/add/")
    page.locator("#id_title_ru").fill("Быт")
    with leaving(page):
        page.locator("main form button.primary").click()
    visit(page, f"/instruments/of/{OWN}/draft/sections/1/items/add/")
    page.locator("#id_text_ru").fill("Есть где жить")
    with leaving(page):
        page.locator("main form button.primary").click()
