"""The log of calls, consultations and interviews over all paths in sight (S2-07, S2-09, D-23)."""

from dataclasses import dataclass
from datetime import date, time

from opora.access.rules import Actor
from opora.intake.models import ContactRecord
from opora.process.queries import visible_to

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
    """A page of contacts this person may see, the last recorded first, and whether more follow."""
    found = ContactRecord.objects.filter(route__in=visible_to(actor).values("pk")).defer("notes").select_related("by")
    if filters.kind:
        found = found.filter(kind=filters.kind)
    if filters.topic:
        found = found.filter(topic=filters.topic)
    if filters.from_on:
        found = found.filter(on__gte=filters.from_on)
    if filters.to_on:
        found = found.filter(on__lte=filters.to_on)
    if before_id:
        found = found.filter(pk__lt=before_id)
    rows = list(found.order_by("-pk")[: limit + 1])
    return [_line(one) for one in rows[:limit]], len(rows) > limit


def _line(one: ContactRecord) -> ContactLine:
    return ContactLine(
        id=one.pk,
        route_id=one.route_id,
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
