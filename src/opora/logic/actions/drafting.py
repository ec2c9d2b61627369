"""The next version of a model while it is worked on: begun, changed one thing at a time, published or given up.

Several people may work on one draft. Whoever changes a box says which state of it was seen; what somebody else changed
meanwhile is never overwritten unseen.
"""

from collections.abc import Callable, Collection
from dataclasses import replace

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.errors import Conflict, Invalid, NotFound, Refused
from opora.common.next_version import given_up_last, held, worked_on
from opora.common.one_at_a_time import one_at_a_time
from opora.common.toml_table import CODE
from opora.logic import policies, rules
from opora.logic.actions.publishing import publish_model, text_of
from opora.logic.models import ModelDraft, ModelVersion
from opora.logic.queries import codes_taken, concepts, open_draft, practice_of_draft, problems_of_draft
from opora.logic.rules import Arrow, Assumption, LogicModel, Node, has_errors


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
    draft = _begun(actor, code, base, base.text)
    audit.record(actor=actor, verb="logic.draft_begun", code=code, number=base.number)
    return draft


@transaction.atomic
def begin_model(*, actor: Actor, model: LogicModel, programs: Collection[str]) -> ModelDraft:
    """Work on a model that is not there yet; its code is for ever and belongs to no other."""
    policies.check_can_change(actor)
    one_at_a_time("logic")
    if not CODE.fullmatch(model.code):
        raise Invalid({"code": _("Use small Latin letters, digits and underscores, 40 at most.")})
    if model.code in codes_taken():
        raise Invalid({"code": _("There is a model with this code. Choose another.")})
    draft = _begun(actor, model.code, None, text_of(model), sorted(programs))
    audit.record(actor=actor, verb="logic.model_begun", code=model.code)
    return draft


@transaction.atomic
def bring_model(*, actor: Actor, model: LogicModel) -> ModelDraft:
    """A model that came as a file becomes the draft of its code: a new model, or the next version of a known one."""
    policies.check_can_change(actor)
    one_at_a_time("logic")
    if worked_on(ModelDraft, model.code) is not None:
        raise Conflict(_("A draft of this model is worked on. Publish it or give it up first."))
    base = _newest(model.code)
    draft = _begun(actor, model.code, base, text_of(model))
    audit.record(actor=actor, verb="logic.model_brought", code=model.code)
    return draft


@transaction.atomic
def put_node(*, actor: Actor, code: str, node: Node, seen: int | None) -> Node:
    """A box is added (without a code it gets one) or says something else; what it said of its source stays."""
    draft = opened(actor, code)
    model = model_of(draft)
    if not node.code:
        node = replace(node, code=rules.free_code([one.code for one in model.nodes], "n"))
    else:
        draft.check_there(model.node(node.code), seen)
    keep(actor, draft, rules.put_node(model, node, concepts()), "logic.box_changed", node.code)
    return node


@transaction.atomic
def drop_node(*, actor: Actor, code: str, node: str, seen: int | None) -> None:
    """A box leaves the draft, its arrows with it."""
    draft = opened(actor, code)
    model = model_of(draft)
    draft.check_there(model.node(node), seen)
    keep(actor, draft, rules.drop_node(model, node, concepts()), "logic.box_removed", node)


@transaction.atomic
def shift_node(*, actor: Actor, code: str, node: str, by: int) -> None:
    """A box moves up or down within its cell."""
    _change(actor, code, lambda model: rules.shift_node(model, node, by), "logic.box_changed", node)


@transaction.atomic
def connect(*, actor: Actor, code: str, arrow: Arrow) -> None:
    """An arrow leads from one box to another; both must be there."""
    draft = opened(actor, code)
    model = model_of(draft)
    if arrow.start == arrow.end:
        raise Invalid({"end": _("Choose another box: an arrow does not lead back to its own.")})
    if model.node(arrow.start) is None or model.node(arrow.end) is None:
        raise Conflict(_("A colleague has removed one of the two boxes meanwhile. Look at the draft anew."))
    keep(actor, draft, rules.connect(model, arrow), "logic.arrow_changed", f"{arrow.start} → {arrow.end}")


@transaction.atomic
def change_arrow(*, actor: Actor, code: str, arrow: Arrow, seen: int | None) -> None:
    """An arrow of the draft says something else."""
    draft = opened(actor, code)
    model = model_of(draft)
    draft.check_there(model.arrow(*arrow.ends), seen)
    keep(actor, draft, rules.connect(model, arrow), "logic.arrow_changed", " → ".join(arrow.ends))


@transaction.atomic
def disconnect(*, actor: Actor, code: str, start: str, end: str) -> None:
    """An arrow goes; one that is gone already stays gone."""
    _change(actor, code, lambda model: rules.disconnect(model, start, end), "logic.arrow_removed", f"{start} → {end}")


@transaction.atomic
def put_assumption(*, actor: Actor, code: str, assumption: Assumption, seen: int | None) -> Assumption:
    """An assumption is added or says something else."""
    draft = opened(actor, code)
    model = model_of(draft)
    if not assumption.code:
        taken = [one.code for one in model.assumptions]
        assumption = replace(assumption, code=rules.free_code(taken, "a"))
    else:
        draft.check_there(next((one for one in model.assumptions if one.code == assumption.code), None), seen)
    keep(actor, draft, rules.put_assumption(model, assumption), "logic.assumption_changed", assumption.code)
    return assumption


@transaction.atomic
def drop_assumption(*, actor: Actor, code: str, assumption: str) -> None:
    """An assumption leaves the draft."""
    change = "logic.assumption_removed"
    _change(actor, code, lambda model: rules.drop_assumption(model, assumption), change, assumption)


@transaction.atomic
def publish_draft(*, actor: Actor, code: str, seen: int | None) -> ModelVersion:
    """The draft comes into force as the next version, unless something in it must be mended first."""
    policies.check_can_change(actor)
    one_at_a_time("logic")
    draft = opened(actor, code)
    newest = _newest(code)
    draft.check_publishable(seen, newest.number if newest is not None else None)
    now = open_draft(actor=actor, code=code)
    if has_errors(problems_of_draft(now)):
        raise Refused(_("Mend what is named first: a model that does not say what shows its results is not published."))
    base = draft.base
    if base is not None and now.model == now.before and list(now.programs) == sorted(base.programs):
        raise Refused(_("Nothing is changed yet: there is nothing to publish."))
    version = publish_model(actor=actor, practice=practice_of_draft(now), model=now.model, programs=now.programs)
    if base is not None and version.number == base.number:
        raise Refused(_("The draft says what a former version said; former versions do not come back by themselves."))
    draft.save(update_fields=draft.become(draft.State.PUBLISHED, actor.user_id))
    return version


@transaction.atomic
def drop_draft(*, actor: Actor, code: str) -> None:
    """The draft is given up; what is in force stays."""
    draft = opened(actor, code)
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


def _begun(
    actor: Actor, code: str, base: ModelVersion | None, text: str, programs: list[str] | None = None
) -> ModelDraft:
    return ModelDraft.objects.create(
        code=code, base=base, text=text, programs=programs, begun_by_id=actor.user_id, changed_by_id=actor.user_id
    )


def opened(actor: Actor, code: str) -> ModelDraft:
    """The draft that is worked on, held until the change is done."""
    policies.check_can_change(actor)
    return held(ModelDraft, code)


def _newest(code: str) -> ModelVersion | None:
    return ModelVersion.objects.filter(code=code).order_by("-number").first()


def model_of(draft: ModelDraft) -> LogicModel:
    """The model as the draft says it now."""
    return LogicModel.from_data(draft.body)


def _change(actor: Actor, code: str, change: Callable[[LogicModel], LogicModel], verb: str, what: str) -> None:
    draft = opened(actor, code)
    model = model_of(draft)
    changed = change(model)
    if changed != model:
        keep(actor, draft, changed, verb, what)


def keep(actor: Actor, draft: ModelDraft, model: LogicModel, verb: str, what: str = "") -> None:
    """The draft as it reads now, with a line in the journal."""
    draft.save(update_fields=[*draft.say(text_of(model), actor.user_id), "programs"])
    audit.record(actor=actor, verb=verb, code=draft.code, what=what)
