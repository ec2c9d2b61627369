"""The list of those who wait for a place, over all families: searched, narrowed, page by page.

Whoever keeps a centre gives its beds, and cannot give them by a number of families alone: of those whose work belongs
to others the keeper is told the code, how urgently and since when they wait, how many they are and whom to ask. Names,
words and the way to the family stay with those who work with it.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet, Sum, Value

from opora.access.rules import Actor, Scope, scope
from opora.process.queries import records_called, within_sight
from opora.stays import policies
from opora.stays.models import Waiting
from opora.stays.queries.waiting import WaitLine, lines_of, rows_of, standing_for, urgent_first

LOOKED_BACK = timedelta(days=90)
PAGE = 50


@dataclass(frozen=True, slots=True)
class WaitFilters:
    """What narrows the list; ``answered`` asks for those who wait no more, of the last three months."""

    text: str = ""
    urgency: str = ""
    shelter_id: int | None = None
    answered: bool = False


@dataclass(frozen=True, slots=True)
class WaitPage:
    """One page of the list; how many families and people it has in all, and how many are not told of."""

    lines: tuple[WaitLine, ...]
    families: int
    people: int
    hidden: int


def waiting_page(
    *, actor: Actor, filters: WaitFilters | None = None, on: date, skip: int = 0, limit: int = PAGE + 1
) -> WaitPage:
    """Everybody who waits for a place in a centre in reach, or for any, the most urgent first."""
    asked = filters or WaitFilters()
    if asked.answered:
        past = within_sight(actor, Waiting.objects.filter(answered_on__gte=on - LOOKED_BACK))
        found = rows_of(_narrowed(past, asked)).order_by("-answered_on", "-pk")
        return _page(found, on, skip, limit, hidden=0)
    standing = standing_for(policies.in_reach(actor))
    seen = within_sight(actor, standing)
    told = standing.filter(Q(pk__in=seen.values("pk")) | _kept_by(actor))
    found = _narrowed(told, asked).annotate(is_seen=Exists(seen.filter(pk=OuterRef("pk"))))
    return _page(urgent_first(found), on, skip, limit, hidden=max(standing.count() - told.count(), 0))


def _kept_by(actor: Actor) -> Q:
    """Who waits for a centre that this person keeps, or for any, so that this person may offer a bed."""
    if scope(actor, "stays.manage") is Scope.NONE:
        return Q(pk__in=())
    return Q(shelter=None) | Q(shelter__in=policies.in_reach(actor, "stays.manage").values("pk"))


def _narrowed(found: "QuerySet[Waiting]", asked: WaitFilters) -> "QuerySet[Waiting]":
    if asked.text:
        found = found.filter(records_called(asked.text))
    if asked.urgency:
        found = found.filter(urgency=asked.urgency)
    if asked.shelter_id is not None:
        found = found.filter(Q(shelter_id=asked.shelter_id) | Q(shelter=None))
    return found


def _page(found: "QuerySet[Waiting]", on: date, skip: int, limit: int, *, hidden: int) -> WaitPage:
    people = found.order_by().aggregate(sum=Sum("people", default=Value(0)))["sum"]
    return WaitPage(lines_of(found[skip : skip + limit], on), found.count(), people, hidden)
