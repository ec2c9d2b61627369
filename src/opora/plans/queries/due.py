"""Plans whose day of review has come: by the calendar, or because something unforeseen happened (S4-18, S4-36)."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef

from opora.access.rules import Actor
from opora.plans.models import Plan, UnforeseenEvent
from opora.process.queries import visible_to


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """A plan to look at again."""

    route_id: int
    number: str
    client_code: str
    due_on: date
    is_late: bool
    by_event: bool


def reviews_due(*, actor: Actor, on: date, until: date | None = None, limit: int = 20) -> list[ReviewLine]:
    """The plans in force, on paths in sight that go on, to be looked at by a day (today), the longest waiting first."""
    waiting = UnforeseenEvent.objects.filter(route=OuterRef("route"), reviewed_on=None)
    due = Plan.objects.filter(state=Plan.State.CURRENT, review_due_on__lte=until or on, route__ended_on=None)
    found = due.filter(route__in=visible_to(actor)).annotate(by_event=Exists(waiting))
    found = found.select_related("route__case__client").defer("own_words", "route__case__client__identity")
    return [
        ReviewLine(
            plan.route_id,
            plan.route.case.number if plan.route.case is not None else "",
            plan.route.case.client.code if plan.route.case is not None else "",
            plan.review_due_on,
            plan.review_due_on < on,
            plan.by_event,
        )
        for plan in found.order_by("review_due_on", "pk")[:limit]
        if plan.review_due_on is not None
    ]
