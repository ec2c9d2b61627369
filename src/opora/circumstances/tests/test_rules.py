"""Histories by days, moves, steadiness, skills: the rules that figures will stand on."""

from datetime import date, timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from opora.circumstances.rules import (
    KINDS,
    UNKNOWN,
    Entry,
    has_stable_income,
    housing_moves,
    is_stable,
    moved_forward,
    periods,
    skills_gained,
    value_on,
)

FIRST = date(2026, 1, 1)
HOUSING, STAGE, FEELING = KINDS["housing"], KINDS["stage_of_change"], KINDS["emotional"]


def day(number: int) -> date:
    return FIRST + timedelta(days=number)


def histories(values: tuple[str, ...]) -> st.SearchStrategy[list[Entry]]:
    entries = st.tuples(st.integers(0, 60), st.sampled_from((*values, UNKNOWN)))
    return st.lists(entries, max_size=8).map(
        lambda found: [Entry(day(on), value, number) for number, (on, value) in enumerate(found)]
    )


@given(histories(HOUSING.values), st.integers(-3, 70))
def test_a_period_says_what_each_of_its_days_says_and_a_gap_is_unknown(history: list[Entry], number: int) -> None:
    asked = day(number)
    told = [value for first, last, value in periods(history, until=day(70)) if first <= asked <= last]
    assert told == ([] if value_on(history, asked) is None else [value_on(history, asked)])


@given(histories(HOUSING.values), st.randoms(use_true_random=False))
def test_the_order_in_which_records_come_changes_nothing(history: list[Entry], chance: Random) -> None:
    mixed = list(history)
    chance.shuffle(mixed)
    assert periods(mixed, until=day(60)) == periods(history, until=day(60))
    assert housing_moves(mixed, FIRST, day(60)) == housing_moves(history, FIRST, day(60))
    assert moved_forward(STAGE, mixed, FIRST, day(60)) == moved_forward(STAGE, history, FIRST, day(60))


@given(histories(HOUSING.values), st.integers(0, 60))
def test_a_move_of_two_periods_is_a_move_of_one_of_them_and_counted_nowhere_else(
    history: list[Entry], cut: int
) -> None:
    whole = housing_moves(history, FIRST, day(60))
    halves = housing_moves(history, FIRST, day(cut)) | housing_moves(history, day(cut + 1), day(60))
    assert whole == halves


def test_a_family_moves_from_no_home_to_a_home_for_a_while_and_then_to_its_own() -> None:
    history = [Entry(day(0), "none"), Entry(day(10), "crisis_center"), Entry(day(40), "social_rent")]
    assert housing_moves(history, day(1), day(20)) == {"temporary"}
    assert housing_moves(history, day(21), day(50)) == {"permanent"}
    assert housing_moves(history, day(41), day(60)) == frozenset()


def test_a_home_known_from_the_first_record_or_after_a_gap_is_no_move() -> None:
    assert housing_moves([Entry(day(3), "own")], day(0), day(9)) == frozenset()
    assert housing_moves([Entry(day(0), "none"), Entry(day(2), UNKNOWN), Entry(day(5), "own")], day(0), day(9)) == set()
    assert housing_moves([Entry(day(0), "own"), Entry(day(4), "rented")], day(0), day(9)) == frozenset()


def test_stages_may_go_back_and_one_measure_compares_with_nothing() -> None:
    fall = [Entry(day(0), "action"), Entry(day(9), "contemplation")]
    assert moved_forward(STAGE, fall, day(0), day(20)) == -2
    assert moved_forward(STAGE, fall[:1], day(0), day(20)) is None
    rise = [Entry(day(3), "precontemplation"), Entry(day(9), "action")]
    assert moved_forward(STAGE, rise, day(0), day(20)) == 3
    assert moved_forward(HOUSING, rise, day(0), day(20)) is None


@given(st.lists(st.sampled_from(FEELING.values), max_size=9), st.integers(2, 5))
def test_steady_is_never_worse_than_the_time_before(values: list[str], measures: int) -> None:
    history = [Entry(day(number), value, number) for number, value in enumerate(values)]
    ranks = [FEELING.values.index(value) for value in values][-measures:]
    expected = None if len(values) < measures else ranks == sorted(ranks)
    assert is_stable(FEELING, history, measures) is expected


def test_skills_are_counted_by_number_and_by_levels_and_a_loss_takes_nothing_away() -> None:
    histories = {
        "cooking": [Entry(day(0), "cannot"), Entry(day(30), "when_reminded")],
        "budget": [Entry(day(0), "with_help"), Entry(day(30), "alone")],
        "laundry": [Entry(day(0), "alone"), Entry(day(30), "with_help")],
        "cleaning": [Entry(day(0), "alone")],
    }
    gained = skills_gained(histories, day(0), day(40))
    assert (gained.skills, gained.levels, gained.alone) == (2, 4, 2)


def test_work_without_papers_counts_only_where_it_brings_no_risk() -> None:
    assert has_stable_income("informal") is True
    assert has_stable_income("informal_risky") is False
    assert has_stable_income(None) is None
