"""Families referred to partners: of one path, and those nobody has asked about in time."""

from datetime import date

from opora.access.rules import Actor
from opora.families.sealing import unseal
from opora.partners import policies
from opora.partners.models import OnwardReferral
from opora.process.queries import get_route, visible_to

TOLD = "partners.told"


def onward_of(*, actor: Actor, route_id: int) -> list[OnwardReferral]:
    """The referrals of one path, the newest first."""
    route = get_route(actor=actor, route_id=route_id)
    return list(OnwardReferral.objects.filter(route=route).select_related("partner").order_by("-handed_on", "-pk"))


def unconfirmed(*, actor: Actor, on: date, limit: int = 200) -> list[OnwardReferral]:
    """Referrals in sight of which nobody knows whether help was received though the day is past (S4-03)."""
    late = OnwardReferral.objects.filter(outcome=OnwardReferral.Outcome.UNKNOWN, follow_up_on__lt=on)
    found = late.filter(route__in=visible_to(actor)).select_related("partner", "route", "route__case")
    return list(found.order_by("follow_up_on", "pk")[:limit])


def get_onward(*, actor: Actor, onward_id: int) -> OnwardReferral:
    """One referral of a path this person sees; NotFound otherwise."""
    known = OnwardReferral.objects.select_related("partner", "route__case", "by")
    found = known.filter(pk=onward_id, route__in=visible_to(actor)).first()
    if found is None:
        raise policies.unseen()
    return found


def told_of(onward: OnwardReferral) -> str:
    """What the partner was told about the family."""
    return str(unseal(onward.told, TOLD)) if onward.told else ""
