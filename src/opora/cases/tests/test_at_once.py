"""Two people at one moment: one wins, the other is told, and the records stay sound."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from opora.access.rules import Role
from opora.cases import actions
from opora.cases.models import Case, TeamMember
from opora.cases.tests.factories import CLOSED, close_case, household, open_case, scene, worker
from opora.common.errors import Conflict, Invalid, OporaError
from opora.families import actions as families
from opora.families import queries as families_of
from opora.families.models import Merge, Person
from opora.families.rules import Identity

pytestmark = [pytest.mark.usefixtures("committed"), pytest.mark.django_db(transaction=True)]
ANNA = Identity(surname="Ёлкина", given="Анна")

AtOnce = Callable[..., list[Any]]


def test_of_two_who_close_a_case_one_is_told(at_once: AtOnce) -> None:
    place = scene()
    outcomes = at_once(
        lambda: close_case(place, actor=place.case_manager), lambda: close_case(place, actor=place.coordinator)
    )
    assert sorted(type(outcome) for outcome in outcomes if outcome is not None) == [Conflict]
    assert place.case.closings.count() == 1
    assert place.case.follow_ups.count() == 1


def test_of_two_hand_overs_from_one_page_one_is_told(at_once: AtOnce) -> None:
    place = scene()
    heirs = [worker(Role.CASE_MANAGER, place.department) for _ in range(2)]
    outcomes = at_once(
        *(
            lambda heir=heir: actions.hand_over(
                actor=place.coordinator, case_id=place.case.pk, to_user_id=heir.own_id, revision=0, on=CLOSED
            )
            for heir in heirs
        )
    )
    assert sum(isinstance(outcome, Conflict) for outcome in outcomes) == 1
    assert TeamMember.objects.filter(case=place.case, part="case_manager", to_on=None).count() == 1


def test_cases_opened_at_once_get_different_numbers(at_once: AtOnce) -> None:
    place = scene()
    homes = [household(1) for _ in range(4)]
    cases = at_once(
        *(lambda home=home: open_case(place.department, place.program, home, place.case_manager) for home in homes)
    )
    assert sorted(case.number for case in cases) == ["2/2021лд", "3/2021лд", "4/2021лд", "5/2021лд"]


def test_one_number_given_by_two_goes_to_one(at_once: AtOnce) -> None:
    place = scene()
    homes = [household(1) for _ in range(2)]
    outcomes = at_once(
        *(
            lambda home=home: open_case(place.department, place.program, home, place.case_manager, number="77/2021лд")
            for home in homes
        )
    )
    assert sum(isinstance(outcome, Invalid) for outcome in outcomes) == 1
    assert Case.objects.filter(number_key="77/2021лд").count() == 1


def test_a_child_added_by_two_stands_once(at_once: AtOnce) -> None:
    place = scene()
    seen = families_of.newest_role(actor=place.coordinator, case_id=place.case.pk)
    before = place.home.family.members.count()
    outcomes = at_once(
        *(
            lambda who=who: actions.add_newcomer(
                actor=who, case_id=place.case.pk, role="child", identity=ANNA, seen_role_id=seen, on=CLOSED
            )
            for who in (place.coordinator, place.case_manager)
        )
    )
    (told,) = [outcome for outcome in outcomes if isinstance(outcome, Conflict)]
    (child,) = [outcome for outcome in outcomes if not isinstance(outcome, Conflict)]
    assert child.code in str(told)
    assert place.home.family.members.count() == before + 1


def test_closing_against_a_hand_over_leaves_one_case_manager(at_once: AtOnce) -> None:
    place = scene()
    heir = worker(Role.CASE_MANAGER, place.department)
    closed, handed = at_once(
        lambda: close_case(place, actor=place.case_manager),
        lambda: actions.hand_over(
            actor=place.coordinator, case_id=place.case.pk, to_user_id=heir.own_id, revision=0, on=CLOSED
        ),
    )
    # Whoever comes second is refused: the coordinator for the change, the former manager as one who only reads.
    assert [isinstance(outcome, OporaError) for outcome in (closed, handed)].count(True) == 1
    assert TeamMember.objects.filter(case=place.case, part="case_manager", to_on=None).count() == 1
    place.case.refresh_from_db()
    assert place.case.closings.count() == int(isinstance(handed, OporaError))


def test_of_two_merges_at_once_one_is_done(at_once: AtOnce) -> None:
    place = scene()
    other = household(children=1, letter="Ж")
    open_case(place.department, place.program, other, place.case_manager)
    asked = {"actor": place.coordinator, "case_id": place.case.pk, "chosen": {}, "reason": "twice"}
    ids = (place.home.client.pk, other.client.pk)
    one, two = at_once(
        lambda: families.merge_people(**asked, person_id=ids[0], other_id=ids[1]),
        lambda: families.merge_people(**asked, person_id=ids[0], other_id=ids[1]),
    )
    assert [type(found) for found in (one, two)].count(Merge) == 1
    assert Merge.objects.filter(kept=ids[0]).count() == 1


def test_a_re_opening_against_a_closing_leaves_the_case_open_or_closed_and_never_both(at_once: AtOnce) -> None:
    place = scene()
    close_case(place)
    later = CLOSED + timedelta(days=1)
    reopened, closed = at_once(
        lambda: actions.reopen_case(actor=place.coordinator, case_id=place.case.pk, reason="Снова беда", on=later),
        lambda: close_case(place, actor=place.coordinator, on=later),
    )
    assert isinstance(reopened, Case), reopened
    place.case.refresh_from_db()
    standing = place.case.closings.filter(reopened_on=None).count()
    assert standing == place.case.follow_ups.filter(cancelled_at=None).count() == int(closed is None)
    assert (place.case.closed_on is not None) == (closed is None)
    assert closed is None or isinstance(closed, Conflict)


def test_people_merged_in_both_directions_at_once_are_one_person(at_once: AtOnce) -> None:
    place = scene()
    other = household(children=1, letter="Ж")
    open_case(place.department, place.program, other, place.case_manager)
    asked = {"actor": place.coordinator, "case_id": place.case.pk, "chosen": {}, "reason": "twice"}
    here, there = place.home.client.pk, other.client.pk
    outcomes = at_once(
        lambda: families.merge_people(**asked, person_id=here, other_id=there),
        lambda: families.merge_people(**asked, person_id=there, other_id=here),
    )
    assert [type(found) for found in outcomes].count(Merge) == 1, outcomes
    assert Person.objects.filter(pk__in=(here, there), merged_into=None).count() == 1
