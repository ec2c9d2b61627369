"""Work passed on from a coming day: kept, done on its day with the rights of that day, called off before it."""

from datetime import timedelta
from typing import Any

import pytest

from opora.access.models import RoleAssignment
from opora.audit.models import JournalEntry
from opora.cases.models import TeamMember
from opora.cases.tests.factories import household, open_case, program
from opora.common.errors import Conflict, Invalid, NotFound
from opora.duties import actions, queries
from opora.duties.models import PlannedPassing
from opora.duties.tests.test_passing_on import TODAY, Desk, _id

pytestmark = pytest.mark.django_db
DAY = TODAY + timedelta(days=5)


def plan(desk: Desk, **how: Any) -> PlannedPassing:
    asked: dict[str, Any] = {"receivers": {actions.EVERYTHING: _id(desk.colleague)}, "reason": "Отпуск"}
    asked |= {"from_on": DAY, "on": TODAY, **how}
    return actions.plan_pass_on(actor=desk.coordinator, user_id=_id(desk.leaver), **asked)


def test_until_its_day_nothing_moves_and_on_it_everything_goes_also_what_came_meanwhile() -> None:
    desk = Desk()
    plan(desk)
    assert actions.do_planned_passings(on=DAY - timedelta(days=1)) == 0
    assert desk.kinds()["case"] == 1
    open_case(desk.walk.department, program(desk.walk.department), household(1, "П"), desk.leaver)
    assert actions.do_planned_passings(on=DAY) == 1
    assert queries.count_left(user_id=_id(desk.leaver)) == 0
    assert TeamMember.objects.filter(user_id=_id(desk.colleague), part="case_manager", to_on=None).count() == 2
    assert queries.planned_passing(actor=desk.coordinator, user_id=_id(desk.leaver)) is None
    assert actions.do_planned_passings(on=DAY) == 0
    entry = JournalEntry.objects.get(verb="duties.passed_on")
    assert entry.actor_id == _id(desk.coordinator)


def test_it_can_be_called_off_before_its_day_and_only_once() -> None:
    desk = Desk()
    plan(desk)
    with pytest.raises(NotFound):
        actions.call_off_pass_on(actor=desk.colleague, user_id=_id(desk.leaver), on=TODAY)
    actions.call_off_pass_on(actor=desk.coordinator, user_id=_id(desk.leaver), on=TODAY)
    assert actions.do_planned_passings(on=DAY) == 0 and desk.kinds()["case"] == 1
    with pytest.raises(Conflict):
        actions.call_off_pass_on(actor=desk.coordinator, user_id=_id(desk.leaver), on=TODAY)


def test_what_could_not_be_done_today_is_refused_today() -> None:
    desk = Desk()
    with pytest.raises(Invalid):
        plan(desk, receivers={actions.EVERYTHING: _id(desk.stranger)})
    with pytest.raises(Invalid):
        plan(desk, from_on=TODAY)
    assert not PlannedPassing.objects.exists()


def test_a_second_plan_takes_the_place_of_the_first() -> None:
    desk = Desk()
    plan(desk)
    plan(desk, from_on=DAY + timedelta(days=1))
    assert actions.do_planned_passings(on=DAY) == 0
    assert actions.do_planned_passings(on=DAY + timedelta(days=1)) == 1


def test_what_cannot_be_done_on_its_day_stays_and_says_why() -> None:
    desk = Desk()
    plan(desk)
    RoleAssignment.objects.filter(user_id=_id(desk.colleague)).delete()
    assert actions.do_planned_passings(on=DAY) == 0
    left = queries.planned_passing(actor=desk.coordinator, user_id=_id(desk.leaver))
    assert left is not None and left.problem
    assert desk.kinds()["case"] == 1


def test_whoever_asked_and_may_not_any_more_moves_nothing() -> None:
    desk = Desk()
    plan(desk)
    RoleAssignment.objects.filter(user_id=_id(desk.coordinator)).delete()
    assert actions.do_planned_passings(on=DAY) == 0
    assert "не может" in PlannedPassing.objects.get().problem
