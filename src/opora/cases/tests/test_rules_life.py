"""Life, team, stay and import of a case."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opora.cases.rules import imported, lifecycle, reasons, stays, team
from opora.cases.rules.follow_up_due import days_late, exit_day, follow_up_due
from opora.cases.rules.lifecycle import Life, Problem, State

days = st.dates(date(2015, 1, 1), date(2035, 1, 1))
OPENED = date(2021, 6, 18)
CLOSED = date(2022, 9, 18)
OPEN = Life(OPENED)


def closing_problems(life: Life = OPEN, **changes: object) -> list[Problem]:
    values: dict[str, object] = {
        "reason": "goals_achieved",
        "summary": "Семья справляется сама",
        "children": [1, 2],
        "placements": {1: "own_family", 2: "unknown"},
        "stay_from_on": None,
        "on": CLOSED,
        "known_reasons": reasons.OFFERED,
    }
    return lifecycle.problems_of_closing(life, **(values | changes))  # type: ignore[arg-type]


def test_follow_up_is_six_calendar_months_after_exit() -> None:
    assert follow_up_due(date(2021, 9, 20)) == date(2022, 3, 20)
    assert follow_up_due(date(2021, 8, 31)) == date(2022, 2, 28)
    assert follow_up_due(date(2023, 8, 31)) == date(2024, 2, 29)
    assert days_late(date(2022, 3, 20), date(2022, 3, 30)) == 10
    assert days_late(date(2022, 3, 20), date(2022, 3, 1)) == 0
    assert exit_day(CLOSED, date(2022, 9, 1)) == date(2022, 9, 1)
    assert exit_day(CLOSED, None) == CLOSED


@given(days)
def test_follow_up_never_leaves_its_month(exit_on: date) -> None:
    due = follow_up_due(exit_on)
    assert (due.year * 12 + due.month) - (exit_on.year * 12 + exit_on.month) == 6
    assert due.day <= exit_on.day


def test_a_case_closes_once_in_order_and_completely() -> None:
    assert closing_problems() == []
    assert closing_problems(Life(OPENED, CLOSED)) == [Problem.ALREADY_CLOSED]
    assert closing_problems(on=date(2021, 6, 17)) == [Problem.BEFORE_OPENING]
    assert closing_problems(Life(OPENED, None, CLOSED), on=date(2022, 1, 1)) == [Problem.BEFORE_REOPENING]
    assert closing_problems(stay_from_on=CLOSED, on=date(2022, 1, 1)) == [Problem.BEFORE_STAY]
    assert closing_problems(placements={1: "own_family"}) == [Problem.PLACEMENT_MISSING]
    assert closing_problems(reason="not_recorded", summary=" ") == [
        Problem.UNKNOWN_REASON,
        Problem.SUMMARY_MISSING,
    ]


def test_only_a_closed_case_opens_again() -> None:
    closed = Life(OPENED, CLOSED)
    assert closed.state is State.CLOSED
    assert lifecycle.problems_of_reopening(closed, on=CLOSED) == []
    assert lifecycle.problems_of_reopening(closed, on=CLOSED - timedelta(1)) == [Problem.BEFORE_CLOSING]
    assert lifecycle.problems_of_reopening(Life(OPENED), on=CLOSED) == [Problem.ALREADY_OPEN]


@given(st.lists(st.tuples(st.integers(2, 5), st.integers(0, 40)), max_size=12), st.integers(0, 600))
def test_every_day_has_exactly_one_case_manager(hand_overs: list[tuple[int, int]], offset: int) -> None:
    people = [team.Membership(1, team.CASE_MANAGER, OPENED), team.Membership(9, team.SPECIALIST, OPENED)]
    on = OPENED
    for user_id, pause in hand_overs:
        on += timedelta(pause)
        if not team.problems_of_hand_over(people, to_user_id=user_id, on=on):
            people = team.handed_over(people, to_user_id=user_id, on=on)
    assert len(team.case_managers_on(people, OPENED + timedelta(offset))) == 1
    assert team.case_managers_on(people, OPENED - timedelta(1)) == []


def test_a_hand_over_names_somebody_else_and_no_earlier_day() -> None:
    people = [team.Membership(1, team.CASE_MANAGER, OPENED)]
    assert team.problems_of_hand_over(people, to_user_id=1, on=CLOSED) == [Problem.SAME_PERSON]
    assert team.problems_of_hand_over(people, to_user_id=2, on=OPENED - timedelta(1)) == [Problem.BEFORE_TEAM]
    gone = [team.Membership(1, team.CASE_MANAGER, OPENED, CLOSED)]
    assert team.problems_of_hand_over(gone, to_user_id=2, on=OPENED) == [Problem.BEFORE_TEAM]
    assert team.problems_of_hand_over(gone, to_user_id=2, on=CLOSED) == []


def test_joining_and_leaving_the_team() -> None:
    member = team.Membership(2, team.SPECIALIST, OPENED)
    manager = team.Membership(1, team.CASE_MANAGER, OPENED)
    join = team.problems_of_joining
    assert join([member], user_id=2, part=team.SPECIALIST, on=CLOSED) == [Problem.ALREADY_MEMBER]
    assert join([member], user_id=2, part=team.PSYCHOLOGIST, on=CLOSED) == []
    assert join([manager], user_id=3, part=team.CASE_MANAGER, on=CLOSED) == [Problem.SAME_PERSON]
    assert join([], user_id=3, part=team.CASE_MANAGER, on=CLOSED) == []
    assert team.problems_of_leaving(manager, on=CLOSED) == [Problem.NO_CASE_MANAGER]
    assert team.problems_of_leaving(member, on=OPENED - timedelta(1)) == [Problem.BEFORE_TEAM]
    assert team.problems_of_leaving(member, on=CLOSED) == []
    left = team.Membership(2, team.SPECIALIST, OPENED, CLOSED)
    assert team.problems_of_leaving(left, on=CLOSED) == [Problem.ALREADY_DONE]


def test_stays_follow_one_another() -> None:
    lives = stays.StayDays(date(2021, 8, 17), date(2021, 9, 17))
    left = stays.StayDays(date(2021, 8, 17), date(2021, 9, 17), date(2021, 9, 20))
    move_in = stays.problems_of_moving_in
    assert move_in([], opened_on=OPENED, planned_until=None, on=OPENED) == []
    assert move_in([], opened_on=CLOSED, planned_until=None, on=OPENED) == [Problem.BEFORE_OPENING]
    assert move_in([lives], opened_on=OPENED, planned_until=None, on=CLOSED) == [Problem.STAY_GOES_ON]
    assert move_in([left], opened_on=OPENED, planned_until=None, on=date(2021, 9, 1)) == [Problem.STAYS_OVERLAP]
    assert move_in([left], opened_on=OPENED, planned_until=OPENED, on=CLOSED) == [Problem.PLANNED_BEFORE_START]
    assert stays.problems_of_moving_out(lives, on=date(2021, 8, 16)) == [Problem.BEFORE_STAY]
    assert stays.problems_of_moving_out(lives, on=date(2021, 9, 20)) == []
    assert stays.problems_of_moving_out(left, on=date(2021, 9, 20)) == [Problem.NO_STAY]
    assert stays.nights(left, on=CLOSED) == 34
    assert stays.nights(lives, on=date(2021, 8, 20)) == 3


@pytest.mark.parametrize(
    ("until", "problems"),
    [
        (date(2021, 9, 18), []),
        (date(2021, 9, 17), [Problem.NOT_LONGER]),
        (date(2021, 9, 1), [Problem.NOT_LONGER]),
    ],
)
def test_an_extension_is_later_than_the_present_end(until: date, problems: list[Problem]) -> None:
    lives = stays.StayDays(date(2021, 8, 17), date(2021, 9, 17))
    assert stays.problems_of_extension(lives, until=until) == problems


def test_a_stay_without_an_agreed_end_may_be_extended_but_a_past_one_not() -> None:
    assert stays.problems_of_extension(stays.StayDays(OPENED), until=CLOSED) == []
    assert stays.problems_of_extension(stays.StayDays(OPENED, None, CLOSED), until=CLOSED) == [Problem.NO_STAY]


def test_reasons_are_data_with_one_that_nobody_chooses() -> None:
    assert len(reasons.BY_CODE) == len(reasons.CLOSING_REASONS) == 9
    assert reasons.NOT_RECORDED in reasons.BY_CODE
    assert reasons.NOT_RECORDED not in reasons.OFFERED


def row(number: str = "17/2021лд", **changes: object) -> imported.ImportedCase:
    values: dict[str, object] = {
        "number": number,
        "program_id": 1,
        "department_id": 1,
        "family_id": 1,
        "client_id": 1,
        "child_ids": (2,),
        "opened_on": OPENED,
        "closed_on": CLOSED,
    }
    return imported.ImportedCase(**(values | changes))  # type: ignore[arg-type]


def test_rows_of_a_register_are_told_apart_by_department_and_number() -> None:
    assert row("17/2021лд").key == row("17/2021 ЛД").key
    assert imported.standing_twice([row("17"), row("№ 17"), row("18")]) == [row("17"), row("№ 17")]
    assert imported.standing_twice([row("17"), row("17", department_id=2)]) == []


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({}, False),
        ({"closed_on": None}, False),
        ({"closed_on": date(2021, 6, 17)}, True),
        ({"followed_up_on": date(2022, 9, 17)}, True),
        ({"followed_up_on": date(2023, 3, 18)}, False),
        ({"closed_on": None, "followed_up_on": date(2023, 3, 18)}, True),
        ({"extended_to": date(2021, 1, 1)}, True),
    ],
)
def test_days_of_a_row_stand_in_order(changes: dict[str, object], wrong: bool) -> None:
    assert imported.in_wrong_order(row(**changes)) is wrong


def test_a_corrected_register_changes_only_what_differs() -> None:
    present = {5: row(case_id=5)}
    new, same, other = row("18"), row(case_id=5), row(case_id=5, closed_on=None)
    assert imported.changed([new, same], present) == [new]
    assert imported.changed([other], present) == [other]
    assert row().follow_up_due_on == date(2023, 3, 18)
    assert row(closed_on=None).follow_up_due_on is None
