"""Where a child lives: dated changes that cannot contradict each other; ages on a day."""

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opora.families.rules import (
    KINDS,
    Age,
    PlacementFault,
    age_on,
    placement_on,
    placements_timeline,
)
from opora.families.rules.placements import placement_fault

days = st.dates(date(2000, 1, 1), date(2030, 1, 1))
histories = st.dictionaries(days, st.sampled_from(KINDS), max_size=12)


@given(histories)
def test_periods_follow_each_other_without_gap_or_overlap(history: dict[date, str]) -> None:
    periods = placements_timeline(history.items())
    for before, after in itertools.pairwise(periods):
        assert before.until_on == after.from_on
        assert before.from_on < after.from_on
        assert before.kind != after.kind
    assert all(period.until_on is not None for period in periods[:-1])
    assert not periods or periods[-1].until_on is None


@given(histories, days)
def test_the_place_on_a_day_is_the_last_change_before_it(history: dict[date, str], on: date) -> None:
    earlier = [day for day in history if day <= on]
    found = placement_on(placements_timeline(history.items()), on)
    assert (found.kind if found else None) == (history[max(earlier)] if earlier else None)


@given(histories, st.sampled_from(KINDS), days)
def test_a_change_holds_from_its_day_and_leaves_the_days_before_alone(
    history: dict[date, str], kind: str, from_on: date
) -> None:
    before = placements_timeline(history.items())
    after = placements_timeline((history | {from_on: kind}).items())
    assert placement_on(after, from_on).kind == kind  # type: ignore[union-attr]
    eve = from_on - timedelta(days=1)
    was, now = placement_on(before, eve), placement_on(after, eve)
    assert (was and was.kind) == (now and now.kind)


def test_two_places_on_one_day_are_a_contradiction() -> None:
    with pytest.raises(ValueError, match="one day"):
        placements_timeline([(date(2021, 1, 1), "hospital"), (date(2021, 1, 1), "relatives")])


@pytest.mark.parametrize(
    ("kind", "day", "fault"),
    [
        ("own_family", date(2020, 5, 1), None),
        ("nowhere", date(2020, 5, 1), PlacementFault.KIND),
        ("own_family", date(2026, 1, 2), PlacementFault.FUTURE),
        ("own_family", date(2019, 12, 31), PlacementFault.BEFORE_BIRTH),
    ],
)
def test_what_cannot_be_true(kind: str, day: date, fault: PlacementFault | None) -> None:
    assert placement_fault(kind, day, born_on=date(2020, 1, 1), on=date(2026, 1, 1)) is fault


@pytest.mark.parametrize(
    ("born", "on", "age"),
    [
        (date(2015, 3, 12), date(2026, 3, 11), Age(10, 11)),
        (date(2015, 3, 12), date(2026, 3, 12), Age(11, 0)),
        (date(2024, 2, 29), date(2025, 2, 28), Age(0, 11)),
        (date(2024, 2, 29), date(2025, 3, 1), Age(1, 0)),
        (date(2024, 1, 31), date(2024, 2, 29), Age(0, 0)),
        (date(2024, 1, 31), date(2024, 1, 30), None),
    ],
)
def test_age_on_a_day(born: date, on: date, age: Age | None) -> None:
    assert age_on(born, on) == age


@given(st.dates(date(1930, 1, 1), date(2020, 1, 1)), st.integers(0, 4000))
def test_nobody_grows_younger(born: date, days_lived: int) -> None:
    on = born + timedelta(days=days_lived)
    today, tomorrow = age_on(born, on), age_on(born, on + timedelta(days=1))
    assert today is not None and tomorrow is not None
    assert (today.years, today.months) <= (tomorrow.years, tomorrow.months)
    assert 0 <= today.months <= 11
