"""A hand-over dated ahead happens on its day, and the sight of both changes with it and not before."""

from datetime import timedelta

import pytest

from opora.access.models import RoleAssignment
from opora.access.rules import Role
from opora.audit.models import JournalEntry
from opora.cases import actions
from opora.cases.models import PlannedHandOver, TeamMember
from opora.cases.queries import visible_to
from opora.cases.queries.hanging import planned_of, planned_with
from opora.cases.tests.factories import OPENED, Scene, department, scene, worker
from opora.common.errors import Conflict, Invalid

pytestmark = pytest.mark.django_db
NOW = OPENED + timedelta(days=30)
DAY = NOW + timedelta(days=7)


def _plan(place: Scene, to: object = None) -> PlannedHandOver:
    who = to or worker(Role.CASE_MANAGER, place.department)
    return actions.plan_hand_over(
        actor=place.case_manager,
        case_id=place.case.pk,
        to_user_id=who.user_id,  # type: ignore[attr-defined]
        from_on=DAY,
        on=NOW,
    )


def test_until_the_day_nothing_changes_and_on_it_everything_does() -> None:
    place = scene()
    colleague = worker(Role.CASE_MANAGER, place.department)
    _plan(place, colleague)
    assert actions.do_planned_hand_overs(on=DAY - timedelta(days=1)) == 0
    assert visible_to(place.case_manager).filter(pk=place.case.pk).exists()
    assert not visible_to(colleague).exists()
    assert actions.do_planned_hand_overs(on=DAY) == 1
    assert not visible_to(place.case_manager).exists()
    assert visible_to(colleague).filter(pk=place.case.pk).exists()
    old, new = TeamMember.objects.filter(case=place.case).order_by("from_on")
    assert (old.to_on, new.from_on) == (DAY, DAY)
    assert actions.do_planned_hand_overs(on=DAY) == 0


def test_it_is_done_for_the_day_that_was_said_when_the_house_slept_over_it() -> None:
    place = scene()
    _plan(place)
    actions.do_planned_hand_overs(on=DAY + timedelta(days=3))
    assert TeamMember.objects.get(case=place.case, to_on=None).from_on == DAY


def test_both_see_it_coming_and_it_is_journaled() -> None:
    place = scene()
    colleague = worker(Role.CASE_MANAGER, place.department)
    _plan(place, colleague)
    for who in (place.case_manager, colleague):
        assert [one.on for one in planned_with(actor=who, user_id=who.own_id)] == [DAY]
    assert planned_with(actor=worker(Role.CASE_MANAGER, place.department), user_id=colleague.own_id) == []
    assert JournalEntry.objects.filter(verb="cases.hand_over_planned", case_id=place.case.pk).exists()


def test_it_can_be_called_off_and_a_hand_over_at_once_takes_its_place() -> None:
    place = scene()
    _plan(place)
    actions.call_off_hand_over(actor=place.coordinator, case_id=place.case.pk, on=NOW)
    assert planned_of(place.case) is None
    with pytest.raises(Conflict):
        actions.call_off_hand_over(actor=place.coordinator, case_id=place.case.pk, on=NOW)
    _plan(place)
    other = worker(Role.CASE_MANAGER, place.department)
    actions.hand_over(actor=place.coordinator, case_id=place.case.pk, to_user_id=other.own_id, on=NOW)
    assert actions.do_planned_hand_overs(on=DAY) == 0


def test_nobody_gets_a_case_who_lost_the_role_meanwhile() -> None:
    place = scene()
    colleague = worker(Role.CASE_MANAGER, place.department)
    _plan(place, colleague)
    RoleAssignment.objects.filter(user_id=colleague.user_id).update(department=department())
    assert actions.do_planned_hand_overs(on=DAY) == 0
    assert TeamMember.objects.get(case=place.case, to_on=None).user_id == place.case_manager.user_id
    assert planned_of(place.case) is not None


def test_a_day_that_has_come_is_no_plan() -> None:
    place = scene()
    who = worker(Role.CASE_MANAGER, place.department)
    with pytest.raises(Invalid):
        actions.plan_hand_over(
            actor=place.case_manager, case_id=place.case.pk, to_user_id=who.own_id, from_on=NOW, on=NOW
        )
