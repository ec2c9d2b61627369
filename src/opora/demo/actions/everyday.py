"""Writing an ordinary month with a family down, as its case manager would have."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import cycle
from typing import Any

from opora.access.rules import Actor
from opora.demo.rules.everyday import AHEAD, FAILED, Everyday, days_of
from opora.intake import actions as intake
from opora.intake.models import Visit
from opora.plans import actions as plans
from opora.process.models import Route
from opora.results import actions as results

# An open family has so many records, one whose work is over but a few: the demonstration stays quick.
MOST_OPEN, MOST_CLOSED = 6, 1
_WAYS = {"call": "phone", "meeting": "in_person", "letter": "letter"}


class EverydayWriter:
    """Fills the weeks between two steps of a path."""

    def __init__(self, *, today: date) -> None:
        self.today = today
        self._failed = cycle(FAILED)

    def write(self, actor: Actor, route_id: int, people: Sequence[int], number: int) -> None:
        """What was recorded of a family up to today, and the next visit to it."""
        route = Route.objects.get(pk=route_id)
        until = route.ended_on or self.today
        most = MOST_CLOSED if route.ended_on else MOST_OPEN
        for on, one in days_of(number, since=route.started_on, until=until, most=most):
            self._record(actor, route_id, people, one, on, has_ended=route.ended_on is not None)
        if route.ended_on is None and number % 3 == 0 and route.program.code == "family_help":
            assumption, text = next(self._failed)
            on = max(route.started_on, self.today - timedelta(days=9))
            results.record_failure(actor=actor, route_id=route_id, failed=results.Failed(assumption, text), on=on)
        if route.ended_on is None and number % 2 == 0:
            visitors = [actor.user_id] if actor.user_id is not None else []
            # Also of families that were invented at another time.
            planned = Visit.objects.filter(planned_on__gte=self.today, visitor_ids__contains=visitors).count()
            days, hour = AHEAD[planned % len(AHEAD)]
            on = self.today + timedelta(days=days)
            intake.plan_visit(actor=actor, route_id=route_id, visitor_ids=visitors, at=hour, on=on)

    def _record(
        self, actor: Actor, route_id: int, people: Sequence[int], one: Everyday, on: date, *, has_ended: bool
    ) -> None:
        at: dict[str, Any] = {"actor": actor, "route_id": route_id, "on": on}
        if one.kind == "visit":
            visitors = [actor.user_id] if actor.user_id is not None else []
            intake.record_visit(visitor_ids=visitors, seen_ids=people, note=one.text, at=one.at, **at)
        elif one.kind == "observation":
            intake.record_observation(text=one.text, at=one.at, **at)
        elif one.kind == "step":
            if not has_ended:
                plans.note_family_step(kind="step", text=one.text, **at)
        else:
            due = on + timedelta(days=10) if one.kind == "letter" else None
            intake.record_contact(
                kind=_WAYS[one.kind],
                party=one.party,
                result=one.result,
                whom=one.whom,
                notes=one.text,
                at=one.at,
                answer_due_on=due,
                **at,
            )
