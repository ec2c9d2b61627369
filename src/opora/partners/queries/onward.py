"""Families referred to partners: of one path, and those nobody has asked about in time."""

from datetime import date

from opora.access.rules import Actor
from opora.families.sealing import opened
from opora.partners import policies
from opora.partners.models import OnwardReferral
from opora.process.models import Route
from opora.process.queries import get_route, visible_to
from opora.process.rules.withdrawn_consent import PROCESSING_BLOCKED


def onward_of(*, actor: Actor, route_id: int) -> list[OnwardReferral]:
    """The referrals of one path, the newest first."""
    route = get_route(actor=actor, route_id=route_id)
    return list(OnwardReferral.objects.filter(route=route).select_related("partner").order_by("-handed_on", "-pk"))


def unconfirmed(*, actor: Actor, on: date, limit: int = 200) -> list[OnwardReferral]:
    """Referrals in sight of which nobody knows whether help was received though the day is past (S4-03).

    Of a family that withdrew its consent nobody asks.
    """
    late = OnwardReferral.objects.filter(outcome=OnwardReferral.Outcome.UNKNOWN, follow_up_on__lt=on)
    late = late.exclude(route__facts__contains={PROCESSING_BLOCKED: True})
    found = late.filter(route__in=visible_to(actor)).select_related("partner", "route", "route__case")
    return list(found.order_by("follow_up_on", "pk")[:limit])


def waiting_at(*, actor: Actor, partner_id: int, limit: int = 50) -> list[OnwardReferral]:
    """Referrals in sight to one partner of which nobody knows yet what became, the oldest first (S4-03)."""
    open_ones = OnwardReferral.objects.filter(partner_id=partner_id, outcome=OnwardReferral.Outcome.UNKNOWN)
    found = open_ones.filter(route__in=visible_to(actor)).exclude(route__facts__contains={PROCESSING_BLOCKED: True})
    return list(found.select_related("route__case").order_by("follow_up_on", "pk")[:limit])


def waiting_of(route: Route) -> OnwardReferral | None:
    """The newest referral of a path already read of which nobody knows yet what became."""
    open_ones = OnwardReferral.objects.filter(route=route, outcome=OnwardReferral.Outcome.UNKNOWN)
    return open_ones.select_related("partner").order_by("-handed_on", "-pk").first()


def failed_of(route: Route) -> OnwardReferral | None:
    """The newest referral of a path by which no help came yet: one may ask once more, or refer elsewhere."""
    failed = OnwardReferral.objects.filter(route=route, outcome=OnwardReferral.Outcome.NOT_RECEIVED)
    return failed.select_related("partner").order_by("-handed_on", "-pk").first()


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
