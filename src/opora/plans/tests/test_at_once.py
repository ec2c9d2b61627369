"""Two people at one plan at one moment: one wins, the other is told, nothing is counted twice."""

from collections.abc import Callable
from typing import Any

import pytest

from opora.access.rules import SYSTEM
from opora.common.errors import Conflict
from opora.plans import actions
from opora.plans.models import Plan, PlanRevision
from opora.plans.tests.factories import make_goal, make_plan, make_task, make_walk
from opora.process.tests.factories import BEGAN

pytestmark = [pytest.mark.usefixtures("committed"), pytest.mark.django_db(transaction=True)]
AtOnce = Callable[..., list[Any]]


def told(outcomes: list[Any]) -> int:
    """How many were told that somebody else was first."""
    return sum(isinstance(outcome, Conflict) for outcome in outcomes)


def test_a_plan_is_begun_and_agreed_on_once_though_two_people_do_it_at_once(at_once: AtOnce) -> None:
    walk = make_walk()
    route_id = walk.route.pk
    assert told(at_once(*[lambda: make_plan(route_id=route_id)] * 2)) == 1
    goal = make_goal(route_id=route_id)
    task = make_task(route_id=route_id, accountable=f"member:{walk.home.client.pk}", goal_id=goal.pk)
    edits = Plan.objects.get().edits
    agreed = at_once(*[lambda: actions.agree_plan(actor=SYSTEM, route_id=route_id, revision=edits, on=BEGAN)] * 2)
    assert told(agreed) == 1
    assert PlanRevision.objects.count() == 1
    assert told(at_once(*[lambda: actions.finish_task(actor=SYSTEM, task_id=task.pk, on=BEGAN)] * 2)) == 0
    task.refresh_from_db()
    assert (task.state, task.revision) == ("done", 1)
