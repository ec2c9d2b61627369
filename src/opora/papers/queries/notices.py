"""Notices, disclosures and histories of a path, without their words."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from opora.access.rules import Actor
from opora.papers import policies
from opora.papers.models import ChildHistory, Disclosure, Notice
from opora.process.models import Route
from opora.process.queries import alarms_of, visible_to
from opora.process.rules.high_risk_hours import answered_by


def notices_of(route: Route) -> QuerySet[Notice]:
    """Every notice of a path, the newest first."""
    return Notice.objects.filter(route=route).select_related("by")


@dataclass(frozen=True, slots=True)
class Timed:
    """A notice, how many whole hours after the mark of high risk it was sent (None: without one), whether in time."""

    notice: Notice
    hours: int | None
    is_slow: bool


def timed(route: Route, notices: Iterable[Notice]) -> list[Timed]:
    """Notices of a path, each held against the mark of high risk that it answers (S4-15)."""
    sent = list(notices)
    marks = alarms_of(route) if sent else ()
    found = []
    for notice in sent:
        alarm = answered_by(marks, notice.sent_at)
        hours = int(alarm.hours(notice.sent_at)) if alarm else None
        found.append(Timed(notice, hours, alarm is not None and alarm.is_late(notice.sent_at)))
    return found


def notice_in_sight(*, actor: Actor, notice_id: int) -> Notice:
    """A notice of a path this person sees; NotFound for any other."""
    found = Notice.objects.select_related("route", "by").filter(pk=notice_id, route__in=visible_to(actor)).first()
    if found is None:
        raise policies.unseen()
    return found


def disclosures_of(route: Route) -> QuerySet[Disclosure]:
    """The log of what was told outside, the newest first."""
    return Disclosure.objects.filter(route=route).select_related("by")


def histories_of(route: Route) -> QuerySet[ChildHistory]:
    """Histories of children that were passed on, the newest first."""
    return ChildHistory.objects.filter(route=route).select_related("child__merged_into", "by")


def history_in_sight(*, actor: Actor, history_id: int) -> ChildHistory:
    """A history of a path this person sees; NotFound for any other."""
    found = ChildHistory.objects.select_related("route", "child__merged_into", "by", "disclosure").filter(pk=history_id)
    history = found.filter(route__in=visible_to(actor)).first()
    if history is None:
        raise policies.unseen()
    return history
