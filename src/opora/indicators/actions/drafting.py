"""The next version of an own indicator while it is worked on: begun, said otherwise, published or given up.

The measure stays: an indicator of another measure is another indicator, and its targets would mean something else.
"""

import json
from collections.abc import Mapping, Sequence

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.errors import Invalid, NotFound, Refused
from opora.common.next_version import given_up_last, held, worked_on
from opora.common.one_at_a_time import one_at_a_time
from opora.common.text import squeeze
from opora.indicators import policies
from opora.indicators.actions.composing import WRONG, is_seen, publish_indicator
from opora.indicators.models import IndicatorDraft, IndicatorVersion
from opora.indicators.queries.composed import fields_of_figures
from opora.indicators.rules.composing import problems_of


@transaction.atomic
def begin_draft(*, actor: Actor, code: str) -> IndicatorDraft:
    """Work on the next version begins from the one in force; one that is under way is gone on with."""
    policies.check_can_set(actor)
    one_at_a_time("indicators")
    base = _in_force(actor, code)
    known = worked_on(IndicatorDraft, code)
    if known is not None:
        return known
    draft = IndicatorDraft.objects.create(
        code=code, base=base, text=base.said, begun_by_id=actor.user_id, changed_by_id=actor.user_id
    )
    audit.record(actor=actor, verb="indicators.draft_begun", indicator=code, number=base.number)
    return draft


@transaction.atomic
def put_draft(
    *,
    actor: Actor,
    code: str,
    title: str,
    about: str,
    filters: Mapping[str, Sequence[str]],
    split: str,
    period_rule: str = "",
    seen: int | None,
) -> None:
    """The draft is called, narrowed or told apart otherwise; what a colleague changed is never overwritten unseen."""
    draft = _opened(actor, code)
    draft.check_there(draft.body, seen)
    named = {name: sorted(set(codes)) for name, codes in sorted(filters.items()) if codes}
    said = {**draft.body, "title": squeeze(title), "about": squeeze(about), "filters": named, "split": split}
    said = {name: value for name, value in said.items() if name != "period_rule"}
    said |= {"period_rule": period_rule} if period_rule else {}
    if problems := problems_of(code=code, fields=fields_of_figures(actor=actor), **said):
        raise Invalid({part: WRONG[problem] for part, problem in problems.items()})
    if said != draft.body:
        draft.save(update_fields=draft.say(json.dumps(said, ensure_ascii=False), actor.user_id))
        audit.record(actor=actor, verb="indicators.draft_changed", indicator=code)


@transaction.atomic
def publish_draft(*, actor: Actor, code: str, seen: int | None) -> IndicatorVersion:
    """The draft comes into force; reports that were taken keep the figure of the version they were taken by."""
    policies.check_can_set(actor)
    one_at_a_time("indicators")
    draft = _opened(actor, code)
    newest = _in_force(actor, code)
    draft.check_publishable(seen, newest.number)
    if draft.body == json.loads(newest.said):
        raise Refused(_("Nothing is changed yet: there is nothing to publish."))
    version = publish_indicator(actor=actor, code=code, **draft.body)
    draft.save(update_fields=draft.become(draft.State.PUBLISHED, actor.user_id))
    return version


@transaction.atomic
def drop_draft(*, actor: Actor, code: str) -> None:
    """The draft is given up; what is in force stays."""
    draft = _opened(actor, code)
    draft.save(update_fields=draft.become(draft.State.DROPPED, actor.user_id))
    audit.record(actor=actor, verb="indicators.draft_dropped", indicator=code)


@transaction.atomic
def take_draft_back(*, actor: Actor, code: str) -> IndicatorDraft:
    """The draft given up last is worked on again, as long as no other is and what it began from is in force."""
    policies.check_can_set(actor)
    one_at_a_time("indicators")
    draft = given_up_last(IndicatorDraft, code, _in_force(actor, code).pk)
    draft.save(update_fields=draft.become(draft.State.OPEN, actor.user_id))
    audit.record(actor=actor, verb="indicators.draft_taken_back", indicator=code)
    return draft


def _opened(actor: Actor, code: str) -> IndicatorDraft:
    policies.check_can_set(actor)
    if not is_seen(actor, code):
        raise NotFound
    return held(IndicatorDraft, code)


def _in_force(actor: Actor, code: str) -> IndicatorVersion:
    newest = IndicatorVersion.objects.filter(code=code).order_by("-number").first()
    if newest is None or newest.put_away_on is not None or not is_seen(actor, code):
        raise NotFound
    return newest
