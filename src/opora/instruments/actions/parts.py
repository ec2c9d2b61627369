"""Changing a form that is worked on: its head, its answers, its sections and items, one thing at a time.

Several people may work on one draft. Whoever changes a part says which state of it was seen; what somebody else changed
meanwhile is never overwritten unseen.
"""

from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.common.errors import Conflict, Invalid
from opora.instruments.actions.drafting import keep, opened
from opora.instruments.models import InstrumentDraft
from opora.instruments.queries import published_definitions
from opora.instruments.rules import Form
from opora.instruments.rules import editing as rules


@transaction.atomic
def put_head(*, actor: Actor, code: str, head: Form, seen: int | None) -> None:
    """The form is called, explained and scored otherwise."""
    draft = opened(actor, code)
    draft.check_there(rules.head_of(draft.body), seen)
    keep(actor, draft, rules.put_head(draft.body, head), "instruments.head_changed")


@transaction.atomic
def put_scale(*, actor: Actor, code: str, weak_from: int, critical_from: int, seen: int | None) -> None:
    """From which answer on a side is weak, and from which critical."""
    draft = opened(actor, code)
    draft.check_there(draft.body.get("scale"), seen)
    keep(actor, draft, rules.put_scale(draft.body, weak_from, critical_from), "instruments.scale_changed")


@transaction.atomic
def put_level(*, actor: Actor, code: str, value: int | None, words: Form, seen: int | None) -> None:
    """An answer of the scale is added, or says something else."""
    draft = opened(actor, code)
    form = draft.body
    if value is not None:
        draft.check_there(rules.level_of(form, value), seen)
    else:
        _check_own_scale(draft)
        if len(rules.levels_of(form)) >= rules.MOST_ANSWERS:
            raise Invalid({"": _("A scale has ten answers at most.")})
    keep(actor, draft, rules.put_level(form, value, words), "instruments.scale_changed")


@transaction.atomic
def drop_level(*, actor: Actor, code: str, value: int, seen: int | None = None) -> None:
    """An answer leaves the scale; two stay. Answers are numbered anew, so whoever saw another there removes nothing."""
    draft = opened(actor, code)
    _check_own_scale(draft)
    draft.check_there(rules.level_of(draft.body, value), seen)
    if len(rules.levels_of(draft.body)) <= rules.FEWEST_ANSWERS:
        raise Conflict(_("A scale has two answers at least."))
    keep(actor, draft, rules.drop_level(draft.body, value), "instruments.scale_changed")


@transaction.atomic
def shift_level(*, actor: Actor, code: str, value: int, by: int) -> None:
    """An answer becomes better or worse by one."""
    draft = opened(actor, code)
    _check_own_scale(draft)
    _moved(actor, draft, rules.shift_level(draft.body, value, by), "instruments.scale_changed")


@transaction.atomic
def put_section(*, actor: Actor, code: str, section: Form, seen: int | None) -> str:
    """A section is added, or called otherwise; gives back its code."""
    draft = opened(actor, code)
    form = draft.body
    if section.get("code"):
        draft.check_there(_title_of(rules.section_of(form, section["code"])), seen)
    changed, put = rules.put_section(form, section, published_definitions(code=code))
    keep(actor, draft, changed, "instruments.section_changed", what=put)
    return put


@transaction.atomic
def drop_section(*, actor: Actor, code: str, section: str) -> None:
    """A section leaves the draft, its items with it."""
    draft = opened(actor, code)
    changed = rules.drop_section(draft.body, section)
    _moved(actor, draft, changed, "instruments.section_removed", what=section)


@transaction.atomic
def shift_section(*, actor: Actor, code: str, section: str, by: int) -> None:
    """A section moves up or down."""
    _change(actor, code, lambda form: rules.shift_section(form, section, by), "instruments.section_changed", section)


@transaction.atomic
def put_item(*, actor: Actor, code: str, section: str, item: Form, seen: int | None) -> str:
    """An item is added to a section, or says something else; gives back its code."""
    draft = opened(actor, code)
    form = draft.body
    if item.get("code"):
        draft.check_there(rules.item_of(form, item["code"]), seen)
    if rules.section_of(form, section) is None:
        raise Conflict(_("A colleague has removed this section meanwhile. What you typed is still here."))
    changed, put = rules.put_item(form, section, item, published_definitions(code=code))
    keep(actor, draft, changed, "instruments.item_changed", what=put)
    return put


@transaction.atomic
def drop_item(*, actor: Actor, code: str, item: str, seen: int | None) -> None:
    """An item leaves the draft; answers given to it stay where they are."""
    draft = opened(actor, code)
    draft.check_there(rules.item_of(draft.body, item), seen)
    keep(actor, draft, rules.drop_item(draft.body, item), "instruments.item_removed", what=item)


@transaction.atomic
def shift_item(*, actor: Actor, code: str, item: str, by: int) -> None:
    """An item moves up or down within its section."""
    _change(actor, code, lambda form: rules.shift_item(form, item, by), "instruments.item_changed", item)


def _change(actor: Actor, code: str, change: Callable[[Form], Form], verb: str, what: str) -> None:
    draft = opened(actor, code)
    _moved(actor, draft, change(draft.body), verb, what=what)


def _moved(actor: Actor, draft: InstrumentDraft, form: Form, verb: str, **what: Any) -> None:
    if form != draft.body:
        keep(actor, draft, form, verb, **what)


def _title_of(section: Form | None) -> Form | None:
    return None if section is None else section.get("title", {})


def _check_own_scale(draft: InstrumentDraft) -> None:
    if draft.base is not None:
        raise Conflict(
            _("The answers of a published form stay: two scales cannot be compared. Make a new form instead.")
        )
