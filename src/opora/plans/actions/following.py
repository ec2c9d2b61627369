"""What other rooms decide about a plan: a council returns it, a path ends."""

from collections.abc import Sequence
from typing import Any

from opora.access.rules import SYSTEM, Actor
from opora.audit import actions as audit
from opora.plans.actions.locking import touch
from opora.plans.models import Plan, Task
from opora.process.models import Route


def follow_council(*, actor: Actor, route_id: int, decision: str, **_news: Any) -> None:
    """A council that returns the plan makes it preliminary again: it is worked on and agreed on anew (S4-14)."""
    plan = Plan.objects.select_for_update().select_related("route").filter(route_id=route_id).first()
    if decision != "return" or plan is None or plan.state != Plan.State.CURRENT:
        return
    plan.state = Plan.State.PRELIMINARY
    touch(plan, "state")
    audit.record(actor=actor, verb="plans.returned", case_id=plan.route.case_id, route=route_id)


def follow_routes(*, route_ids: Sequence[int], **_news: Any) -> None:
    """The path of a family ended: what is still open on it is nobody's task any more, and stays readable."""
    ended = Route.objects.filter(pk__in=route_ids, ended_on__isnull=False)
    for route in ended.only("pk", "case_id", "ended_on"):
        tasks = Task.objects.filter(plan__route=route, state=Task.State.OPEN)
        if count := tasks.update(state=Task.State.CANCELLED, ended_on=route.ended_on):
            audit.record(actor=SYSTEM, verb="plans.tasks_ended", case_id=route.case_id, route=route.pk, number=count)
