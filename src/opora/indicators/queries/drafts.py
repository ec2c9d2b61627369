"""Drafts of own indicators: what is worked on, beside what is in force."""

import json
from dataclasses import dataclass
from datetime import datetime

from opora.access.rules import Actor
from opora.common.errors import NotFound
from opora.common.next_version import all_worked_on, no_draft, state_of_last
from opora.indicators import policies
from opora.indicators.models import IndicatorDraft, IndicatorVersion
from opora.indicators.queries.composed import Indicator, own_indicators, version_of


@dataclass(frozen=True, slots=True)
class Draft:
    """An indicator that is worked on as it stands now, beside the version it began from."""

    code: str
    revision: int
    # As it was published, and as the draft says it; `body` is what the state that somebody saw is told by.
    base: Indicator
    said: Indicator
    body: dict[str, object]
    changed_by: str
    changed_at: datetime


def open_draft(*, actor: Actor, code: str) -> Draft:
    """The draft that is worked on; for those who may change indicators and know of this one. Raises NotFound."""
    found = [one for one in open_drafts(actor=actor) if one.code == code]
    if not found:
        may_know = policies.may_set(actor) and any(one.code == code for one in own_indicators(actor=actor))
        raise no_draft(IndicatorDraft, code) if may_know else NotFound
    return found[0]


def open_drafts(*, actor: Actor) -> list[Draft]:
    """Every own indicator that is worked on, as far as this person may change and know of it.

    One that its draft narrows by a field for other roles is not there either.
    """
    if not policies.may_set(actor):
        return []
    drafts = list(all_worked_on(IndicatorDraft))
    known = {one.code for one in own_indicators(actor=actor)} if drafts else set()
    found = [_draft(actor, one) for one in drafts if one.code in known]
    return [one for one in found if one is not None]


def _draft(actor: Actor, one: IndicatorDraft) -> Draft | None:
    base = version_of(actor=actor, base=one.base, said=json.loads(one.base.said))
    said = version_of(actor=actor, base=one.base, said=one.body)
    if base is None or said is None:
        return None
    return Draft(one.code, one.revision, base, said, one.body, one.changed_by_name, one.changed_at)


def state_of_draft(*, actor: Actor, code: str) -> str:
    """How the last draft of an indicator stands: "open", "dropped" (it may be taken back), or ""."""
    if not policies.may_set(actor):
        return ""
    newest = IndicatorVersion.objects.filter(code=code).order_by("-number").values_list("pk", flat=True).first()
    return state_of_last(IndicatorDraft, code, newest)
