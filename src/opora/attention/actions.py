"""The only way attention changes: families put aside and taken back, the signs set."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction

from opora.access.rules import Actor
from opora.attention import policies, rules
from opora.attention.models import Aside, SignChoice
from opora.audit import actions as audit
from opora.cases.actions.locking import lock_for_change
from opora.common.errors import Invalid

LONGEST = 500


@transaction.atomic
def put_aside(*, actor: Actor, case_id: int, until: date, reason: str, on: date) -> Aside:
    """A family needs no look until a day: it is said why, and on that day it comes back by itself."""
    case = lock_for_change(actor=actor, case_id=case_id)
    wrong: dict[str, object] = {}
    if rules.aside_until_is_wrong(until, on=on):
        wrong["until"] = policies.WRONG_DAY
    kept = reason.strip()
    if not kept:
        wrong["reason"] = policies.SAY_WHY
    elif len(kept) > LONGEST:
        wrong["reason"] = policies.TOO_LONG
    if wrong:
        raise Invalid(wrong)
    Aside.objects.filter(case=case, ended_on=None).update(ended_on=on)
    aside = Aside.objects.create(case=case, until=until, reason=kept, on=on, by_id=actor.user_id)
    audit.record(
        actor=actor,
        verb="attention.put_aside",
        case_id=case.pk,
        family_id=case.family_id,
        until=until.isoformat(),
    )
    return aside


@transaction.atomic
def take_back(*, actor: Actor, case_id: int, on: date) -> None:
    """The family is to be looked at after all; twice is once."""
    case = lock_for_change(actor=actor, case_id=case_id)
    if Aside.objects.filter(case=case, ended_on=None).update(ended_on=on):
        audit.record(actor=actor, verb="attention.taken_back", case_id=case.pk, family_id=case.family_id)


@transaction.atomic
def keep_signs(*, actor: Actor, chosen: Mapping[str, rules.SignSetting]) -> None:
    """Say from which number on each sign counts here, and which do not count."""
    policies.check_can_set_rules(actor)
    wrong: dict[str, object] = {}
    for sign in rules.SIGNS:
        setting = chosen.get(sign.code)
        if setting is not None and not sign.least <= setting.threshold <= sign.most:
            wrong[sign.code] = policies.WRONG_NUMBER % {"least": sign.least, "most": sign.most}
    if wrong:
        raise Invalid(wrong)
    for sign in rules.SIGNS:
        if (setting := chosen.get(sign.code)) is not None:
            said = {"threshold": setting.threshold, "is_on": setting.is_on}
            SignChoice.objects.update_or_create(code=sign.code, defaults=said)
    audit.record(actor=actor, verb="attention.rules_kept")
