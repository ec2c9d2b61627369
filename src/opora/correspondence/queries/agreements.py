"""Agreements with authorities and joint meetings with them (S2-36, S2-44)."""

from datetime import date

from django.db.models import Q, QuerySet

from opora.access.rules import Actor
from opora.correspondence import policies
from opora.correspondence.models import Agreement, JointMeeting

IN_FORCE, ENDING, OVER = "in_force", "ending", "over"
SOON_DAYS = 60


def agreements(*, actor: Actor, q: str = "", state: str = "", on: date, soon: date) -> "QuerySet[Agreement]":
    """Agreements, the newest first: those in force on a day, those that end by `soon`, those that are over."""
    policies.check_can_read(actor)
    found = Agreement.objects.select_related("partner", "file", "by").order_by("-signed_on", "-pk")
    if q:
        found = found.filter(Q(partner__name__icontains=q) | Q(number__icontains=q) | Q(scope__icontains=q))
    held = Q(ended_on=None) | Q(ended_on__gt=on)
    holds = held & (Q(until_on=None) | Q(until_on__gte=on)) & Q(signed_on__lte=on)
    states = {IN_FORCE: holds, ENDING: holds & Q(until_on__lte=soon), OVER: ~holds & Q(signed_on__lte=on)}
    return found.filter(states[state]) if state in states else found


def agreement_in_sight(*, actor: Actor, agreement_id: int) -> Agreement:
    """An agreement; NotFound for who does not work with partners."""
    policies.check_can_read(actor)
    found = Agreement.every.select_related("partner", "file", "by").filter(pk=agreement_id).first()
    if found is None:
        raise policies.unseen()
    return found


def meetings(
    *, actor: Actor, q: str = "", from_on: date | None = None, to_on: date | None = None
) -> "QuerySet[JointMeeting]":
    """Meetings with authorities and partners, the newest first."""
    policies.check_can_read(actor)
    found = JointMeeting.objects.prefetch_related("partners").select_related("by").order_by("-on", "-pk")
    if q:
        found = found.filter(Q(topic__icontains=q) | Q(partners__name__icontains=q)).distinct()
    if from_on:
        found = found.filter(on__gte=from_on)
    return found.filter(on__lte=to_on) if to_on else found


def whom_met(meeting: JointMeeting) -> list[tuple[int, str]]:
    """With whom a meeting was held: the numbers and names in the directory."""
    return [(partner.pk, partner.name) for partner in meeting.partners.all()]


def meeting_in_sight(*, actor: Actor, meeting_id: int) -> JointMeeting:
    """A meeting; NotFound for who does not work with partners."""
    policies.check_can_read(actor)
    found = JointMeeting.every.prefetch_related("partners").select_related("by").filter(pk=meeting_id).first()
    if found is None:
        raise policies.unseen()
    return found
