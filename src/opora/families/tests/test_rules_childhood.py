"""Who is a child of a family on a day: a role with dates, and the years somebody has lived."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opora.families.models import FamilyMember
from opora.families.rules import Belonging, Birth, Ended, RoleSpan, belonging_on

BORN = Birth(2008, 3, 1)
EIGHTEEN = date(2026, 3, 1)
days = st.dates(date(2000, 1, 1), date(2040, 1, 1))


def on(day: date, *roles: RoleSpan, born: Birth | None = BORN) -> Belonging:
    return belonging_on(roles, born, day)


def test_the_reasons_are_those_the_records_know() -> None:
    assert [reason.value for reason in Ended] == FamilyMember.Ended.values


@pytest.mark.parametrize(
    ("day", "belongs"),
    [
        (date(2008, 2, 29), Belonging.NOT_YET),
        (date(2008, 3, 1), Belonging.CHILD),
        (EIGHTEEN - timedelta(days=1), Belonging.CHILD),
        (EIGHTEEN, Belonging.GROWN),
    ],
)
def test_a_child_is_one_from_its_birth_until_it_is_of_age(day: date, belongs: Belonging) -> None:
    assert on(day, RoleSpan("child")) is belongs


@pytest.mark.parametrize(
    ("born", "belongs"),
    [(None, Belonging.CHILD), (Birth(2008), Belonging.CHILD), (Birth(2007), Belonging.GROWN)],
)
def test_of_a_birth_not_known_to_the_day_nobody_is_passed_over_too_early(
    born: Birth | None, belongs: Belonging
) -> None:
    assert on(date(2026, 6, 1), RoleSpan("child"), born=born) is belongs


@pytest.mark.parametrize(
    ("why", "after"),
    [
        ("", Belonging.GONE),
        (Ended.MOVED, Belonging.GONE),
        (Ended.UNBORN, Belonging.GONE),
        (Ended.DIED, Belonging.DIED),
        (Ended.GROWN, Belonging.GROWN),
    ],
)
def test_who_has_left_was_a_child_until_the_day_before(why: str, after: Belonging) -> None:
    left = RoleSpan("child", to_on=date(2020, 5, 5), ended=why)
    assert on(date(2020, 5, 4), left) is Belonging.CHILD
    assert on(date(2020, 5, 5), left) is after


@given(days)
def test_who_was_entered_by_mistake_never_belonged_to_the_family(day: date) -> None:
    assert on(day, RoleSpan("child", to_on=date(2020, 5, 5), ended=Ended.MISTAKE)) is Belonging.MISTAKE


def test_who_comes_back_after_a_mistake_belongs_as_ever() -> None:
    roles = (RoleSpan("child", to_on=date(2020, 5, 5), ended=Ended.MISTAKE), RoleSpan("child"))
    assert on(date(2015, 1, 1), *roles) is Belonging.CHILD


def test_a_child_who_came_later_is_not_asked_about_in_an_older_form() -> None:
    assert on(date(2019, 12, 31), RoleSpan("child", from_on=date(2020, 1, 1))) is Belonging.NOT_YET


def test_a_child_expected_is_none_yet() -> None:
    assert on(date(2026, 1, 1), RoleSpan("child", is_expected=True), born=None) is Belonging.EXPECTED


def test_an_adult_role_after_that_of_a_child_is_that_of_somebody_grown() -> None:
    roles = (RoleSpan("child", to_on=date(2024, 1, 1)), RoleSpan("relative", from_on=date(2024, 1, 1)))
    assert [on(day, *roles) for day in (date(2023, 1, 1), date(2024, 1, 1))] == [Belonging.CHILD, Belonging.GROWN]
    assert on(date(2026, 1, 1), RoleSpan("mother"), born=None) is Belonging.ADULT


@given(st.lists(st.builds(RoleSpan, st.sampled_from(["child", "mother"]), days | st.none(), days | st.none())), days)
def test_every_day_has_an_answer(roles: list[RoleSpan], day: date) -> None:
    found = belonging_on(roles, BORN, day)
    assert found is not Belonging.MISTAKE
    if found is Belonging.CHILD:
        assert any(one.role == "child" and one.holds_on(day) for one in roles) and day < EIGHTEEN
