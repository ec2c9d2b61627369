"""What stands around the boxes of a draft: columns, bands, rows, marks, shared outcomes, and the head of the model."""

from collections.abc import Collection
from dataclasses import replace

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.common.bilingual import Text
from opora.common.errors import Conflict
from opora.logic import rules
from opora.logic.actions.drafting import keep, model_of, opened
from opora.logic.queries import outcomes_taken
from opora.logic.rules import LogicModel, Thing

CHANGED = {
    "level": "logic.column_changed",
    "band": "logic.band_changed",
    "row": "logic.row_changed",
    "legend": "logic.mark_changed",
    "concept": "logic.outcome_changed",
}
REMOVED = {
    "level": "logic.column_removed",
    "band": "logic.band_removed",
    "row": "logic.row_removed",
    "legend": "logic.mark_removed",
    "concept": "logic.outcome_removed",
}
_IN_USE = {
    "level": _("Boxes stand in this column. Move them to another column or remove them first."),
    "row": _("Boxes stand in this row. Move them to another row or remove them first."),
    "concept": _("Boxes show this outcome. Choose another for them first."),
}


@transaction.atomic
def put_part(*, actor: Actor, code: str, part: str, thing: Thing, seen: int | None) -> Thing:
    """A column, band, row, mark or outcome is added (without a code it gets one) or says something else.

    The code of an outcome is its own in every model: two people who describe one at a time never mean the same by it.
    """
    draft = opened(actor, code)
    model = model_of(draft)
    if not thing.code:
        taken = {one.code for one in rules.parts_of(model, part)}
        taken |= outcomes_taken() if part == "concept" else set()
        thing = replace(thing, code=rules.free_code(taken, rules.PREFIXES[part]))
    else:
        draft.check_there(rules.find_part(model, part, thing.code), seen)
    keep(actor, draft, rules.put_part(model, part, thing), CHANGED[part], thing.code)
    return thing


@transaction.atomic
def drop_part(*, actor: Actor, code: str, part: str, which: str, seen: int | None) -> None:
    """It leaves the draft once nothing stands in it; of a band and a mark, rows and boxes are freed."""
    draft = opened(actor, code)
    model = model_of(draft)
    draft.check_there(rules.find_part(model, part, which), seen)
    if rules.is_in_use(model, part, which):
        raise Conflict(_IN_USE[part])
    keep(actor, draft, rules.drop_part(model, part, which), REMOVED[part], which)


@transaction.atomic
def shift_part(*, actor: Actor, code: str, part: str, which: str, by: int) -> None:
    """One place earlier or later among its kind."""
    draft = opened(actor, code)
    model = model_of(draft)
    shifted = rules.shift_part(model, part, which, by)
    if shifted != model:
        keep(actor, draft, shifted, CHANGED[part], which)


@transaction.atomic
def put_head(
    *, actor: Actor, code: str, title: Text, about: Text, process: str, programs: Collection[str], seen: int | None
) -> LogicModel:
    """How the model is called, what it is about, which programs work by it and by which process."""
    draft = opened(actor, code)
    model = model_of(draft)
    draft.check_there(rules.head_of(model, draft.programs_named), seen)
    changed = replace(model, title=title, about=about, process=process)
    if sorted(programs) != draft.programs_named:
        draft.programs = sorted(programs)
    keep(actor, draft, changed, "logic.head_changed")
    return changed
