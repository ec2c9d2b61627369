"""The pages of logic models: one model that every product has, and a draft of its next version."""

from playwright.sync_api import Page

from opora.web.shell.tests.browser import leaving
from tests.journeys.asking import Shown
from tests.journeys.desk import visit

MODEL = "support_and_shelter"
_OF_MODEL = f"/logic/of/{MODEL}/"

LOGIC_PAGES: dict[str, tuple[object, ...] | None] = {
    "logic:list": None,
    "logic:outcomes": None,
    "logic:assumptions": None,
    "logic:model": (),
    "chain:list": None,
    "chain:model": (),
    "chain:arrow": ("p1_signal", "i1_signals"),
    "chain:families": ("p1_signal", "i1_signals"),
    "chain:box": ("f2_contract",),
    "chain:target": ("f2_contract",),
    "logic:version": (1,),
    "logic:node": ("r2",),
    "logic:draft": (),
    "logic:add_box": (),
    "logic:box": ("r2",),
    "logic:remove_box": ("r2",),
    "logic:connect": ("r2",),
    "logic:arrow": ("p1_signal", "i1_signals"),
    "logic:add_assumption": (),
    "logic:assumption": ("a1",),
    "logic:remove_assumption": ("a1",),
    "logic:new": None,
    "logic:bring": None,
    "logic:head": (),
    "logic:add_part": ("concept",),
    "logic:part": ("level", "short"),
    "logic:remove_part": ("row", "p1"),
    "logic:publish": (),
    "logic:give_up": (),
}
"""What an address asks for beside the code of the model; None where it names no model."""
SHOWN = {name: Shown() for name in LOGIC_PAGES}

# They only take forms, or give files.
LOGIC_NO_PAGES = frozenset(
    {"logic:begin", "logic:shift_box", "logic:disconnect", "logic:take_back"}
    | {"logic:shift_part", "logic:toml", "logic:draft_toml"}
)
_OF_DRAFT = frozenset(LOGIC_PAGES) - {
    "logic:list",
    "logic:new",
    "logic:bring",
    "chain:list",
    "chain:model",
    "chain:arrow",
    "chain:families",
    "chain:box",
    "chain:target",
    "logic:outcomes",
    "logic:assumptions",
    "logic:model",
    "logic:version",
    "logic:node",
}


def needs_a_draft(name: str) -> bool:
    """Whether the page is there only while a draft is worked on."""
    return name in _OF_DRAFT


def draft_a_model(page: Page) -> None:
    """Begin the next version, with an assumption and a changed box."""
    visit(page, _OF_MODEL)
    with leaving(page):
        page.get_by_role("button", name="Изменить модель").click()
    visit(page, f"{_OF_MODEL}draft/assumptions/add/")
    page.locator("#id_text_ru").fill("У семьи есть время")
    with leaving(page):
        page.locator("main form button.primary").click()
    visit(page, f"{_OF_MODEL}draft/boxes/r2/")
    page.locator("#id_text_ru").fill("Семье живётся лучше")
    with leaving(page):
        page.locator("main form button.primary").click()
