"""A draft of an assessment form, so that its pages have something to show."""

from datetime import date

from opora.access.rules import SYSTEM
from opora.common.bilingual import Text
from opora.fields.actions import add_field
from opora.instruments import actions
from opora.instruments.rules.editing import said_item
from opora.pathways.actions import begin_draft as begin_process


def draft_a_process() -> None:
    """The next version of the process that every organization has."""
    begin_process(actor=SYSTEM, code="support_and_shelter")


def an_own_field() -> int:
    """A field about families; its number."""
    return add_field(actor=SYSTEM, about="family", kind="text", title=Text("Откуда узнали"), on=date(2026, 1, 1)).id


def draft_a_form() -> None:
    """A new form with two answers more than needed, a section and an item."""
    levels = [{"value": value, "label": {"ru": f"Ответ {value}"}} for value in range(3)]
    scale = {"weak_from": 1, "critical_from": 2, "level": levels}
    actions.begin_form(actor=SYSTEM, code="own", title={"ru": "Своя форма"}, scale=scale)
    actions.put_section(actor=SYSTEM, code="own", section={"title": {"ru": "Быт"}}, seen=None)
    item = said_item(
        level="family", text={"ru": "Есть где жить"}, weak_if={"ru": "негде"}, anchors={}, safety=False,
        reversed_=False, ages=(None, None), replaces="", reworded=False,
    )  # fmt: skip
    actions.put_item(actor=SYSTEM, code="own", section="1", item=item, seen=None)
