"""The queue of signals: undecided ones by the day they must be decided, the others newest first."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db.models import Q, QuerySet

from opora.access.rules import Actor
from opora.common.dates import day_of
from opora.families.keyring import blind_index
from opora.families.rules.phones import SHORTEST as _SHORTEST_PHONE
from opora.intake.models import Referral, SignalMark
from opora.process.queries import visible_to

PAGE = 25


@dataclass(frozen=True, slots=True)
class QueueFilters:
    """What the queue is asked for: state "undecided", "decided" or "all"; the rest narrows it.

    `text` is a number of a signal, or a name or telephone that was told with it.
    """

    state: str = "undecided"
    urgency: str = ""
    channel: str = ""
    late: bool = False
    worker_id: int | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class SignalRow:
    """One line: numbers, days and codes; no word of what was told."""

    id: int
    route_id: int
    received_at: datetime
    channel: str
    source: str
    urgency: str
    urgency_code: str
    is_anonymous: bool
    children_count: int | None
    child_risk: str
    outcome_code: str
    outcome: str
    answer_by: date
    age: int
    is_late: bool
    department: str


@dataclass(frozen=True, slots=True)
class QueuePage:
    """A page of the queue and whether another follows."""

    rows: list[SignalRow] = field(default_factory=list)
    has_more: bool = False
    late: int = 0


def list_signals(
    *, actor: Actor, filters: QueueFilters, on: date, page: int = 1, before_id: int | None = None, limit: int = PAGE
) -> QueuePage:
    """A page of signals this person may see (S4-02).

    Undecided ones are few by nature and turn by number, the most pressing first; all others turn by key.
    """
    wanted = _wanted(actor, filters, on)
    late = 0
    if filters.state == "undecided":
        late = _undecided(actor).filter(answer_by__lt=on)[:100].count()
        start = (page - 1) * limit
        rows = _read(wanted.order_by("answer_by", "pk")[start : start + limit + 1])
    else:
        wanted = wanted.filter(pk__lt=before_id) if before_id else wanted
        rows = _read(wanted.order_by("-pk")[: limit + 1])
    return QueuePage([_row(one, on) for one in rows[:limit]], len(rows) > limit, late)


def _undecided(actor: Actor) -> QuerySet[Referral]:
    """The undecided signals this person sees: an index of their own keeps them few to read."""
    return Referral.objects.filter(outcome="", route__in=visible_to(actor).values("pk"))


def _wanted(actor: Actor, filters: QueueFilters, on: date) -> QuerySet[Referral]:
    narrowed = Q()
    if filters.urgency:
        narrowed &= Q(urgency=filters.urgency)
    if filters.channel:
        narrowed &= Q(channel=filters.channel)
    if filters.worker_id is not None:
        narrowed &= Q(route__worker_id=filters.worker_id)
    if filters.late:
        narrowed &= Q(outcome="", answer_by__lt=on)
    if filters.text:
        narrowed &= _told_or_numbered(filters.text)
    if filters.state == "undecided":
        return _undecided(actor).filter(narrowed)
    seen = Referral.objects.filter(route__in=visible_to(actor).values("pk")).filter(narrowed)
    return seen.exclude(outcome="") if filters.state == "decided" else seen


def _told_or_numbered(text: str) -> Q:
    """Signals by their number or by what was told; those who see a signal may read what was told with it."""
    number = text.strip().lstrip("№").strip()
    if number.isdecimal() and len(number) < _SHORTEST_PHONE:
        return Q(pk=int(number))
    asked = blind_index().asked(text)
    return Q(mark__in=SignalMark.objects.filter(tokens__contains=sorted(asked))) if asked else Q(pk__in=())


def _read(found: QuerySet[Referral]) -> list[Any]:
    return list(
        found.select_related("route__department").only(
            "received_at",
            "channel",
            "source",
            "urgency",
            "is_anonymous",
            "children_count",
            "child_risk",
            "outcome",
            "answer_by",
            "route__department__name",
        )
    )


def _row(one: Any, on: date) -> SignalRow:
    return SignalRow(
        id=one.pk,
        route_id=one.route_id,
        received_at=one.received_at,
        channel=one.channel,
        source=one.get_source_display(),
        urgency=one.get_urgency_display(),
        urgency_code=one.urgency,
        is_anonymous=one.is_anonymous,
        children_count=one.children_count,
        child_risk=one.child_risk,
        outcome_code=one.outcome,
        outcome=one.get_outcome_display(),
        answer_by=one.answer_by,
        age=(on - day_of(one.received_at)).days,
        is_late=not one.outcome and one.answer_by < on,
        department=one.route.department.name,
    )
