"""The next version of a model while it is worked on: begun, changed one thing at a time, published or given up.

Several people may work on one draft. Whoever changes a box says which state of it was seen; what somebody else changed
meanwhile is never overwritten unseen.
"""

from collections.abc import Callable
from dataclasses import replace

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.errors import Conflict, Invalid, NotFound, Refused
from opora.common.next_version import given_up_last, held, worked_on
from opora.common.one_at_a_time import one_at_a_time
from opora.logic import policies, rules
from opora.logic.actions.publishing import publish_model, text_of
from opora.logic.models import ModelDraft, ModelVersion
from opora.logic.queries import concepts
from opora.logic.rules import Arrow, Assumption, LogicModel, Node, Row, has_errors, problems_in


@transaction.atomic
def begin_draft(*, actor: Actor, code: str) -> ModelDraft:
    """Work on the next version begins from the one in force; one that is under way is gone on with."""
    policies.check_can_change(actor)
    one_at_a_time("logic")
    known = worked_on(ModelDraft, code)
    if known is not None:
        return known
    base = _newest(code)
    if base is None:
        raise NotFound
    draft = ModelDraft.objects.create(
        code=code, base=base, text=base.text, begun_by_id=actor.user_id, changed_by_id=actor.user_id
    )
    audit.record(actor=actor, verb="logic.draft_begun", code=code, number=base.number)
    return draft


@transaction.atomic
def put_node(*, actor: Actor, code: str, node: Node, seen: int | None) -> Node:
    """A box is added (without a code it gets one) or says something else; what it said of its source stays."""
    draft = _opened(actor, code)
    model = _model(draft)
    if not node.code:
        node = replace(node, code=rules.free_code([one.code for one in model.nodes], "n"))
    else:
        draft.check_there(model.node(node.code), seen)
    _keep(actor, draft, rules.put_node(model, node, concepts()), "logic.box_changed", node.code)
    return node


@transaction.atomic
def drop_node(*, actor: Actor, code: str, node: str, seen: int | None) -> None:
    """A box leaves the draft, its arrows with it."""
    draft = _opened(actor, code)
    model = _model(draft)
    draft.check_there(model.node(node), seen)
    _keep(actor, draft, rules.drop_node(model, node, concepts()), "logic.box_removed", node)


@transaction.atomic
def shift_node(*, actor: Actor, code: str, node: str, by: int) -> None:
    """A box moves up or down within its cell."""
    _change(actor, code, lambda model: rules.shift_node(model, node, by), "logic.box_changed", node)


@transaction.atomic
def connect(*, actor: Actor, code: str, arrow: Arrow) -> None:
    """An arrow leads from one box to another; both must be there."""
    draft = _opened(actor, code)
    model = _model(draft)
    if arrow.start == arrow.end:
        raise Invalid({"end": _("Choose another box: an arrow does not lead back to its own.")})
    if model.node(arrow.start) is None or model.node(arrow.end) is None:
        raise Conflict(_("A colleague has removed one of the two boxes meanwhile. Look at the draft anew."))
    _keep(actor, draft, rules.connect(model, arrow), "logic.arrow_changed", f"{arrow.start} → {arrow.end}")


@transaction.atomic
def disconnect(*, actor: Actor, code: str, start: str, end: str) -> None:
    """An arrow goes; one that is gone already stays gone."""
    _change(actor, code, lambda model: rules.disconnect(model, start, end), "logic.arrow_removed", f"{start} → {end}")


@transaction.atomic
def put_assumption(*, actor: Actor, code: str, assumption: Assumption, seen: int | None) -> Assumption:
    """An assumption is added or says something else."""
    draft = _opened(actor, code)
    model = _model(draft)
    if not assumption.code:
        taken = [one.code for one in model.assumptions]
        assumption = replace(assumption, code=rules.free_code(taken, "a"))
    else:
        draft.check_there(next((one for one in model.assumptions if one.code == assumption.code), None), seen)
    _keep(actor, draft, rules.put_assumption(model, assumption), "logic.assumption_changed", assumption.code)
    return assumption


@transaction.atomic
def drop_assumption(*, actor: Actor, code: str, assumption: str) -> None:
    """An assumption leaves the draft."""
    change = "logic.assumption_removed"
    _change(actor, code, lambda model: rules.drop_assumption(model, assumption), change, assumption)


@transaction.atomic
def put_row(*, actor: Actor, code: str, row: Row) -> Row:
    """A row is added, or called otherwise."""
    draft = _opened(actor, code)
    model = _model(draft)
    if not row.code:
        row = replace(row, code=rules.free_code([one.code for one in model.rows], "r"))
    _keep(actor, draft, rules.put_row(model, row), "logic.row_changed", row.code)
    return row


@transaction.atomic
def drop_row(*, actor: Actor, code: str, row: str) -> None:
    """A row leaves the draft once nothing stands in it."""
    draft = _opened(actor, code)
    model = _model(draft)
    if any(one.row == row for one in model.nodes):
        raise Conflict(_("Boxes stand in this row. Move them to another row or remove them first."))
    _keep(actor, draft, rules.drop_row(model, row), "logic.row_removed", row)


@transaction.atomic
def publish_draft(*, actor: Actor, code: str, seen: int | None) -> ModelVersion:
    """The draft comes into force as the next version, unless something in it must be mended first."""
    policies.check_can_change(actor)
    one_at_a_time("logic")
    draft = _opened(actor, code)
    newest = _newest(code)
    draft.check_publishable(seen, newest.number if newest is not None else None)
    model = _model(draft)
    if has_errors(problems_in(model)):
        raise Refused(_("Mend what is named first: a model that does not say what shows its results is not published."))
    base = draft.base
    if model == LogicModel.from_data(base.body):
        raise Refused(_("Nothing is changed yet: there is nothing to publish."))
    version = publish_model(actor=actor, practice=base.practice, model=model, programs=base.programs)
    if version.number == base.number:
        raise Refused(_("The draft says what a former version said; former versions do not come back by themselves."))
    draft.save(update_fields=draft.become(draft.State.PUBLISHED, actor.user_id))
    return version


@transaction.atomic
def drop_draft(*, actor: Actor, code: str) -> None:
    """The draft is given up; what is in force stays."""
    draft = _opened(actor, code)
    draft.save(update_fields=draft.become(draft.State.DROPPED, actor.user_id))
    audit.record(actor=actor, verb="logic.draft_dropped", code=code)


@transaction.atomic
def take_draft_back(*, actor: Actor, code: str) -> ModelDraft:
    """The draft given up last is worked on again, as long as no other is and the version it began from is in force."""
    policies.check_can_change(actor)
    one_at_a_time("logic")
    newest = _newest(code)
    draft = given_up_last(ModelDraft, code, newest.pk if newest is not None else None)
    draft.save(update_fields=draft.become(draft.State.OPEN, actor.user_id))
    audit.record(actor=actor, verb="logic.draft_taken_back", code=code)
    return draft


def _opened(actor: Actor, code: str) -> ModelDraft:
    policies.check_can_change(actor)
    return held(ModelDraft, code)


def _newest(code: str) -> ModelVersion | None:
    return ModelVersion.objects.filter(code=code).order_by("-number").first()


def _model(draft: ModelDraft) -> LogicModel:
    return LogicModel.from_data(draft.body)


def _change(actor: Actor, code: str, change: Callable[[LogicModel], LogicModel], verb: str, what: str) -> None:
    draft = _opened(actor, code)
    model = _model(draft)
    changed = change(model)
    if changed != model:
        _keep(actor, draft, changed, verb, what)


def _keep(actor: Actor, draft: ModelDraft, model: LogicModel, verb: str, what: str) -> None:
    draft.save(update_fields=draft.say(text_of(model), actor.user_id))
    audit.record(actor=actor, verb=verb, code=draft.code, what=what)
