"""Two colleagues move a path, give it away or name its family at one moment: one does, the other is told."""

from collections.abc import Callable
from typing import Any

import pytest

from opora.access.rules import SYSTEM, Role
from opora.cases.tests.factories import household, worker
from opora.common.errors import Conflict
from opora.process import actions
from opora.process.models import Route, RouteStep
from opora.process.tests.factories import BEGAN, make_route, trial_program

pytestmark = [pytest.mark.usefixtures("committed"), pytest.mark.django_db(transaction=True)]
AtOnce = Callable[..., list[Any]]


def test_a_signal_given_to_two_colleagues_goes_to_one_and_the_other_giver_is_told_to_whom(at_once: AtOnce) -> None:
    route, givers, heirs = _signal()
    outcomes = at_once(
        *(
            lambda giver=giver, heir=heir: actions.assign_worker(
                actor=giver, route_id=route.pk, user_id=heir.own_id, seen_user_id=None
            )
            for giver, heir in zip(givers, heirs, strict=True)
        )
    )
    (told,) = [outcome for outcome in outcomes if isinstance(outcome, Conflict)]
    route.refresh_from_db()
    assert route.worker is not None
    assert route.worker.name in str(told)
    assert route.worker_id == next(one for one in outcomes if isinstance(one, Route)).worker_id


def test_two_families_named_at_once_leave_the_first(at_once: AtOnce) -> None:
    route, givers, _heirs = _signal()
    families = [household(1).family for _ in range(2)]
    outcomes = at_once(
        *(
            lambda giver=giver, family=family: actions.name_family(actor=giver, route_id=route.pk, family_id=family.pk)
            for giver, family in zip(givers, families, strict=True)
        )
    )
    assert [isinstance(outcome, Conflict) for outcome in outcomes].count(True) == 1
    route.refresh_from_db()
    assert route.family_id == next(one for one in outcomes if isinstance(one, Route)).family_id


def test_a_step_taken_by_two_is_taken_once(at_once: AtOnce) -> None:
    route, givers, _heirs = _signal()
    actions.file_paper(actor=SYSTEM, route_id=route.pk, kind="consent", on=BEGAN)
    seen = actions.record_facts(actor=SYSTEM, route_id=route.pk, facts={"risk": "high"}, on=BEGAN).step_count
    # With the state each of them saw, and without: a page of before a year ago sends none.
    for revision in (seen, None):
        outcomes = at_once(
            *(
                lambda who=who, revision=revision: actions.take_step(
                    actor=who, route_id=route.pk, action="begin_work", revision=revision, on=BEGAN
                )
                for who in givers
            )
        )
        taken = [one for one in outcomes if isinstance(one, Route)]
        assert len(taken) == (1 if revision else 0), outcomes
    assert RouteStep.objects.filter(route=route, to_stage="work").count() == 1


def _signal() -> tuple[Route, list[Any], list[Any]]:
    route = make_route()
    _program, department = trial_program()
    givers = [worker(Role.HEAD, department), worker(Role.HEAD, department)]
    return route, givers, [worker(Role.CASE_MANAGER, department) for _ in range(2)]
