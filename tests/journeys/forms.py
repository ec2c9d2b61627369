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

PROCESS = "support_and_shelter"
PROCESS_PAGES: dict[str, tuple[object, ...]] = {
    "process:versions": (),
    "process:draft": (),
    "process:draft_head": (),
    "process:draft_add": ("stage",),
    "process:draft_part": ("action", "visited"),
    "process:draft_remove": ("stage", "visit"),
    "process:draft_table": ("need",),
    "process:draft_add_row": ("need",),
    "process:draft_row": ("need", 0),
    "process:draft_remove_row": ("need", 0),
    "process:draft_add_fact": ("need",),
    "process:draft_fact": ("need", "risk"),
    "process:draft_remove_fact": ("need", "risk"),
    "process:draft_publish": (),
    "process:draft_give_up": (),
}
"""Pages of the draft of a process: what their addresses ask for beside its code."""
PROCESS_SHOWN = {name: Shown() for name in PROCESS_PAGES}

FIELD_PAGES: dict[str, tuple[str, ...]] = {
    "fields:list": (),
    "fields:new": (),
    "fields:field": ("field_id",),
    "fields:end": ("field_id",),
}
"""Pages of own fields by the numbers their addresses ask for; those about a family are found by its case."""
FIELDS_SHOWN = {
    **{name: Shown() for name in FIELD_PAGES},
    **{f"fields:{name}": Shown() for name in ("case", "route", "case_fill", "route_fill")},
}

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
        "process:toml",
        "process:draft_begin",
        "process:draft_toml",
        "process:draft_shift",
        "process:draft_shift_row",
        "process:draft_shift_fact",
        "process:draft_take_back",
        "fields:again",
        "fields:shift",
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


def add_a_field(page: Page) -> int:
    """A field about families with three answers; gives its number."""
    visit(page, "/fields/new/")
    page.locator("#id_kind").select_option("choice")
    page.locator("#id_title_ru").fill("Кто дал номер")
    page.locator("#id_choices_ru").fill("Соседи\nОпека\nСами")
    with leaving(page):
        page.locator("main form button.primary").click()
    found = page.locator("main a", has_text="Кто дал номер").get_attribute("href") or ""
    return int(found.strip("/").rsplit("/", 1)[-1])


def draft_a_process(page: Page) -> None:
    """Begin the next version of the process."""
    visit(page, f"/process/{PROCESS}/versions/")
    with leaving(page):
        page.get_by_role("button", name="Изменить процесс").click()
