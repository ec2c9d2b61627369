"""Two people at one plan at one moment: one wins, the other is told, nothing is counted twice."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connection

from opora.access.rules import SYSTEM
from opora.common.errors import Conflict
from opora.plans import actions
from opora.plans.models import Plan, PlanRevision
from opora.plans.tests.factories import make_goal, make_plan, make_task, make_walk
from opora.process.tests.factories import BEGAN

pytestmark = pytest.mark.django_db(transaction=True)

# What these tables hold is final, but a test that commits must be able to clear away after itself.
FINAL = ("audit_journalentry", "audit_entry_no_truncate"), ("audit_journalseal", "audit_seal_no_truncate")


@pytest.fixture(scope="module", autouse=True)
def emptied_journal(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """These tests commit, so their database is emptied afterwards: the one time the journal may be."""

    def let(word: str) -> None:
        with django_db_blocker.unblock(), connection.cursor() as cursor:
            for table, trigger in FINAL:
                cursor.execute(f"ALTER TABLE {table} {word} TRIGGER {trigger}")

    let("DISABLE")
    yield
    let("ENABLE")


def at_once(act: Callable[[], Any]) -> list[str]:
    """Two people do the same at one moment; what became of each."""

    def one(_number: int) -> str:
        try:
            act()
        except Conflict:
            return "told"
        finally:
            connection.close()
        return "done"

    with ThreadPoolExecutor(2) as pool:
        return sorted(pool.map(one, range(2)))


def test_a_plan_is_begun_and_agreed_on_once_though_two_people_do_it_at_once() -> None:
    walk = make_walk()
    route_id = walk.route.pk
    assert at_once(lambda: make_plan(route_id=route_id)) == ["done", "told"]
    goal = make_goal(route_id=route_id)
    task = make_task(route_id=route_id, accountable=f"member:{walk.home.client.pk}", goal_id=goal.pk)
    edits = Plan.objects.get().edits
    agreed = at_once(lambda: actions.agree_plan(actor=SYSTEM, route_id=route_id, revision=edits, on=BEGAN))
    assert agreed == ["done", "told"]
    assert PlanRevision.objects.count() == 1
    assert at_once(lambda: actions.finish_task(actor=SYSTEM, task_id=task.pk, on=BEGAN)) == ["done", "done"]
    task.refresh_from_db()
    assert (task.state, task.revision) == ("done", 1)
