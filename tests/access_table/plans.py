"""What the addresses of plans and tasks need: a plan in force with a goal, a task and an own version."""

from datetime import date, timedelta
from typing import Any

from opora.access.rules import SYSTEM
from opora.catalogue.models import Service
from opora.plans import actions
from opora.process.models import Route
from opora.services import actions as services
from opora.voice.actions import keep_quote


def _service(route: Route, words: str, on: date) -> int:
    """A service that is planned, and one that was given."""
    where: dict[str, Any] = {"actor": SYSTEM, "route_id": route.pk, "note": words, "on": on}
    kind = Service.objects.filter(is_inner=False, confidentiality="ordinary").first()
    assert kind is not None
    services.give_service(service_id=kind.pk, **where)
    return services.plan_service(service_id=kind.pk, **where).pk


def plan_of(route: Route, *, words: str, member_id: int, worker_id: int, on: date) -> dict[str, int]:
    """A plan on this path; `words` stand in every sealed text."""
    path: dict[str, Any] = {"actor": SYSTEM, "route_id": route.pk}
    soon = on + timedelta(days=14)
    actions.begin_plan(**path, on=on)
    actions.write_words(**path, own_words=words, on=on)
    goal = actions.add_goal(**path, title=words, section=1, on=on)
    actions.add_task(**path, title=words, accountable=f"member:{member_id}", due_on=soon, goal_id=goal.pk, on=on)
    task = actions.add_task(
        **path, title=words, accountable=f"worker:{worker_id}", due_on=soon, kind="mini_project", on=on
    )
    stop = actions.add_milestone(actor=SYSTEM, task_id=task.pk, title=words, due_on=soon, on=on)
    actions.agree_plan(**path, attended=[member_id], on=on)
    actions.record_event(**path, kind="illness", effect=words, on=on)
    planned = _service(route, words, on)
    quote = keep_quote(**path, person_id=member_id, text="Дома стало тепло", said_on=on, on=on)
    return {
        "quote_id": quote.pk,
        "planned_id": planned,
        "goal_id": goal.pk,
        "task_id": task.pk,
        "milestone_id": stop.pk,
        "number": 1,
        "child_id": member_id,
    }
