"""The log of calls, consultations and interviews over all paths and cases in sight (S2-07, S2-09, D-23)."""

from dataclasses import dataclass
from datetime import date, time
from typing import Any

from django.db.models import Q, QuerySet, Value
from django.db.models.functions import Coalesce

from opora.access.rules import Actor
from opora.intake.models import ContactRecord
from opora.process.queries import within_sight

PAGE = 25


@dataclass(frozen=True, slots=True)
class ContactFilters:
    """What narrows the log."""

    kind: str = ""
    topic: str = ""
    from_on: date | None = None
    to_on: date | None = None


@dataclass(frozen=True, slots=True)
class ContactLine:
    """One line: when, how, with whom, about what, how long, with what result; nothing of what was said."""

    id: int
    route_id: int | None
    case_id: int | None
    case_number: str
    on: date
    at: time | None
    kind: str
    party: str
    topic: str
    minutes: int | None
    result: str
    result_code: str
    by: str


def contact_log(
    *, actor: Actor, filters: ContactFilters, before_id: int | None = None, limit: int = PAGE
) -> tuple[list[ContactLine], bool]:
    """A page of contacts this person may see, and whether more follow: by their day and hour, the newest first.

    What was written down later of a former day stands on that day; ``before_id`` is the last one of the page before.
    """
    found = _by_day(within_sight(actor, ContactRecord.objects.defer("notes").select_related("by", "case")))
    if filters.kind:
        found = found.filter(kind=filters.kind)
    if filters.topic:
        found = found.filter(topic=filters.topic)
    if filters.from_on:
        found = found.filter(on__gte=filters.from_on)
    if filters.to_on:
        found = found.filter(on__lte=filters.to_on)
    if before_id:
        found = found.filter(_earlier_than(actor, before_id))
    rows = list(found.order_by("-on", "-hour", "-pk")[: limit + 1])
    return [_line(one) for one in rows[:limit]], len(rows) > limit


def _by_day(found: QuerySet[ContactRecord]) -> QuerySet[Any]:
    """Of one day those without an hour stand last."""
    return found.annotate(hour=Coalesce("at", Value(time.min)))


def _earlier_than(actor: Actor, contact_id: int) -> Q:
    """Whatever follows a contact in the log, though it was voided since; everything after one that is not there."""
    known = _by_day(within_sight(actor, ContactRecord.every.all())).filter(pk=contact_id).values_list("on", "hour")
    if (found := known.first()) is None:
        return Q()
    on, hour = found
    return Q(on__lt=on) | Q(on=on, hour__lt=hour) | Q(on=on, hour=hour, pk__lt=contact_id)


def _line(one: ContactRecord) -> ContactLine:
    return ContactLine(
        id=one.pk,
        route_id=one.route_id,
        case_id=one.case_id,
        case_number=one.case.number if one.case else "",
        on=one.on,
        at=one.at,
        kind=one.get_kind_display(),
        party=one.get_party_display(),
        topic=one.get_topic_display() if one.topic else "",
        minutes=one.minutes,
        result=one.get_result_display(),
        result_code=one.result,
        by=one.by.name if one.by else "",
    )
