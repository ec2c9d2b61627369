"""The only way attention changes: families put aside and taken back, the signs set, places computed anew."""

from collections.abc import Collection, Mapping
from datetime import date

from django.db import transaction

from opora.access.rules import Actor
from opora.attention import policies, rules
from opora.attention.models import Aside, LookMark, LookStand, SignChoice
from opora.attention.queries import known_of, settings
from opora.audit import actions as audit
from opora.cases.actions.locking import lock_for_change
from opora.cases.models import Case
from opora.common.errors import Invalid
from opora.common.one_at_a_time import LONG_PATIENCE, one_at_a_time

LONGEST = 500
BATCH = 2_000
_LONG_AGO = date.min
_PLACE = ("is_calm", "gravest", "fewer", "lasts")


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
    # Places that are computed at this moment are computed by the former signs: they are outdated when they stand.
    one_at_a_time("attention.places")
    for sign in rules.SIGNS:
        if (setting := chosen.get(sign.code)) is not None:
            said = {"threshold": setting.threshold, "is_on": setting.is_on}
            SignChoice.objects.update_or_create(code=sign.code, defaults=said)
    LookStand.objects.update(until=_LONG_AGO)
    audit.record(actor=actor, verb="attention.rules_kept")


def keep_places(*, on: date) -> None:
    """Compute anew where the families stand of which something was recorded, or whose day has come."""
    while _keep_some(on):
        pass


@transaction.atomic
def _keep_some(on: date) -> bool:
    one_at_a_time("attention.places", patience=LONG_PATIENCE)
    marked = LookMark.objects.order_by("case_id").values_list("case_id", flat=True).distinct()
    case_ids = list(marked[:BATCH])
    case_ids += LookStand.objects.filter(until__lte=on).order_by("until").values_list("pk", flat=True)[:BATCH]
    if not case_ids:
        return False
    _compute(case_ids, on)
    return True


def look_at_all(*, on: date) -> None:
    """Compute every place anew, marked or not: what went past the database's marks is right again by the morning."""
    after: int | None = 0
    while after is not None:
        after = _look_at_some(after, on)


@transaction.atomic
def _look_at_some(after: int, on: date) -> int | None:
    """Some cases after one; the last of them, or nothing when there were none left."""
    one_at_a_time("attention.places", patience=LONG_PATIENCE)
    standing = LookStand.objects.filter(pk__gt=after).order_by("pk").values_list("pk", flat=True)[:BATCH]
    open_ones = Case.objects.filter(pk__gt=after, closed_on=None).order_by("pk").values_list("pk", flat=True)[:BATCH]
    case_ids = sorted({*standing, *open_ones})[:BATCH]
    if not case_ids:
        return None
    _compute(case_ids, on)
    return case_ids[-1]


def _compute(case_ids: Collection[int], on: date) -> None:
    # The marks go before the records are read: what is written from now on leaves new ones.
    LookMark.objects.filter(case_id__in=case_ids).delete()
    said = settings()
    stands = [
        _stand(one.case_id, one.department_id, rules.stand_of(one.facts, said, on=on, aside_until=one.aside_until))
        for one in known_of(Case.objects.filter(pk__in=case_ids, closed_on=None))
    ]
    LookStand.objects.filter(pk__in=set(case_ids) - {one.pk for one in stands}).delete()
    LookStand.objects.bulk_create(
        stands, update_conflicts=True, unique_fields=["case"], update_fields=["department", "until", *_PLACE]
    )


def _stand(case_id: int, department_id: int, stand: rules.Stand) -> LookStand:
    place = dict(zip(_PLACE, stand.place or (None, None, None, None), strict=True))
    return LookStand(case_id=case_id, department_id=department_id, until=stand.until, **place)
