"""Urgent help with an act, before any case or contract (S3-13, S4-04)."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.errors import Invalid
from opora.intake import policies
from opora.intake.models import AidItem, UrgentAid
from opora.intake.queries import get_aid
from opora.process import actions as process
from opora.process.policies import is_blocked
from opora.process.queries import workable

_MOST = Decimal("1000000")


@transaction.atomic
def give_aid(*, actor: Actor, route_id: int, items: Mapping[str, Decimal], remark: str = "", on: date) -> UrgentAid:
    """Help was given: the act gets the next number of the year, and the paper is filed.

    Bread is not refused for a paper: after a withdrawal of consent help is given, and nothing told about anybody.
    """
    route = workable(actor=actor, route_id=route_id, though_blocked=True)
    if is_blocked(route) and remark.strip():
        raise Invalid(
            {"remark": _("The consent is withdrawn: help may be given, but nothing is written about people.")}
        )
    given = {kind: quantity for kind, quantity in items.items() if quantity}
    if not given:
        raise Invalid({"": _("Say what was given: enter a quantity in at least one line.")})
    wrong = [kind for kind, quantity in given.items() if kind not in AidItem.Kind.values or not 0 < quantity < _MOST]
    if wrong:
        raise Invalid({kind: _("Enter a quantity greater than zero.") for kind in wrong})
    policies.check_day(on, began=route.started_on)
    aid = UrgentAid.objects.create(
        route=route,
        given_on=on,
        act_number=_next_number(on.year),
        remark=remark.strip(),
        by_id=actor.user_id,
    )
    AidItem.objects.bulk_create([AidItem(aid=aid, kind=kind, quantity=quantity) for kind, quantity in given.items()])
    audit.record(actor=actor, verb="intake.aid_given", case_id=route.case_id, route=route.pk, number=aid.act_number)
    process.file_paper(
        actor=actor, route_id=route.pk, kind="aid_act", source=f"intake.aid:{aid.pk}", note=aid.act_number, on=on
    )
    return aid


@transaction.atomic
def take_back_aid(*, actor: Actor, aid_id: int, reason: str = "", is_undo: bool = False, on: date) -> UrgentAid:
    """An act written by mistake is taken back by an act of its own with the next number; neither counts any more."""
    found, _route = get_aid(actor=actor, aid_id=aid_id)
    aid = UrgentAid.every.select_for_update(of=("self",)).get(pk=found.pk)
    process.void(actor=actor, record=aid, what="aid", reason=reason, is_undo=is_undo, on=on)
    counter = UrgentAid.every.create(
        route=aid.route,
        given_on=on,
        act_number=_next_number(on.year),
        reverses=aid,
        voided_on=on,
        by_id=actor.user_id,
    )
    AidItem.objects.bulk_create(
        [AidItem(aid=counter, kind=item.kind, quantity=item.quantity) for item in aid.items.all()]
    )
    case_id = aid.route.case_id if aid.route else None
    audit.record(
        actor=actor, verb="intake.aid_taken_back", case_id=case_id, number=aid.act_number, counter=counter.act_number
    )
    return counter


def _next_number(year: int) -> str:
    """The next free number of the year, given one by one: an act is never numbered twice."""
    return f"{audit.next_number('aid_act', year)}/{year}"
