"""Families referred to partners: of one path, and those nobody has asked about in time."""

from datetime import date
from typing import Any

from django.db.models import Case, F, QuerySet, When

from opora.access.rules import Actor
from opora.common.asked_often import written_once
from opora.common.asked_together import Asking
from opora.common.looking_in import day, holding
from opora.common.told_along import record_of, told_by
from opora.families.sealing import opened
from opora.partners import policies
from opora.partners.models import OnwardReferral, Partner
from opora.process.models import Route
from opora.process.queries import get_route, visible_to
from opora.process.rules.withdrawn_consent import PROCESSING_BLOCKED


def onward_of(*, actor: Actor, route_id: int) -> list[OnwardReferral]:
    """The referrals of one path, the newest first."""
    route = get_route(actor=actor, route_id=route_id)
    return list(OnwardReferral.objects.filter(route=route).select_related("partner").order_by("-handed_on", "-pk"))


_PART = slice(0, 200)


def unconfirmed(*, actor: Actor, on: date, text: str = "", part: slice = _PART) -> list[OnwardReferral]:
    """Referrals in sight of which nobody knows whether help was received though the day is past (S4-03).

    Of a family that withdrew its consent nobody asks. With words those in which the words stand.
    """
    late = OnwardReferral.objects.filter(outcome=OnwardReferral.Outcome.UNKNOWN, follow_up_on__lt=on)
    late = late.exclude(route__facts__contains={PROCESSING_BLOCKED: True})
    found = late.filter(route__in=visible_to(actor)).select_related("partner", "route", "route__case")
    found = holding(found, text, "partner__name", "route__case__number", "route_id", day("follow_up_on"))
    return list(found.order_by("follow_up_on", "pk")[part])


def waiting_at(*, actor: Actor, partner_id: int, limit: int = 50) -> list[OnwardReferral]:
    """Referrals in sight to one partner of which nobody knows yet what became, the oldest first (S4-03)."""
    open_ones = OnwardReferral.objects.filter(partner_id=partner_id, outcome=OnwardReferral.Outcome.UNKNOWN)
    found = open_ones.filter(route__in=visible_to(actor)).exclude(route__facts__contains={PROCESSING_BLOCKED: True})
    return list(found.select_related("route__case").order_by("follow_up_on", "pk")[:limit])


def ask_unhelped(route: Route) -> Asking[OnwardReferral | None]:
    """Asks for the newest referral of a path of which nobody knows yet what became.

    Where there is none, for the newest by which no help came yet: one may ask once more, or refer elsewhere.
    """
    return Asking(_unhelped(route_id=route.pk), lambda told: _referral(told[0]) if told else None)


@written_once
def _unhelped(*, route_id: int) -> QuerySet[OnwardReferral, dict[str, Any]]:
    outcomes = (OnwardReferral.Outcome.UNKNOWN, OnwardReferral.Outcome.NOT_RECEIVED)
    found = OnwardReferral.objects.filter(route=route_id, outcome__in=outcomes)
    waits_first = Case(When(outcome=OnwardReferral.Outcome.UNKNOWN, then=0), default=1)
    newest = found.order_by(waits_first, "-handed_on", "-pk")
    return told_by(newest, "id", "partner_id", "outcome", partner_name=F("partner__name"))[:1]


def _referral(told: dict[str, Any]) -> OnwardReferral:
    onward = record_of(OnwardReferral, told)
    onward.partner = record_of(Partner, {"id": onward.partner_id, "name": told["partner_name"]})
    return onward


def get_onward(*, actor: Actor, onward_id: int) -> OnwardReferral:
    """One referral of a path this person sees; NotFound otherwise."""
    known = OnwardReferral.objects.select_related("partner", "route__case", "by")
    found = known.filter(pk=onward_id, route__in=visible_to(actor)).first()
    if found is None:
        raise policies.unseen()
    return found


def told_of(onward: OnwardReferral) -> str:
    """What the partner was told about the family."""
    return opened(onward, "told")
