"""A draft of a logic model, so that its pages have something to show."""

from opora.access.rules import SYSTEM
from opora.common.bilingual import Text
from opora.logic import actions
from opora.logic.rules import Assumption


def draft_a_model() -> None:
    """The next version of the model that every organization has, with an assumption of its own."""
    code = "support_and_shelter"
    actions.begin_draft(actor=SYSTEM, code=code)
    assumption = Assumption(code="", text=Text("У семьи есть время"), nodes=("r2",))
    actions.put_assumption(actor=SYSTEM, code=code, assumption=assumption, seen=None)
