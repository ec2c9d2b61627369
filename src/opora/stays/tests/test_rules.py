"""Nights, proposed beds and days, and how far a routine was kept."""

from datetime import UTC, date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opora.common import dates
from opora.common.dates import day_of, moment_of
from opora.stays.rules import (
    FreeBed,
    Span,
    adherence,
    held_on,
    nights_between,
    propose_beds,
    propose_day,
    skills_formed,
    weeks_of,
)

DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))
SHORT = st.integers(0, 400)


@st.composite
def spans(draw):
    """A stay that has ended, has an agreed end, or has none."""
    first = draw(DAYS)
    ended = draw(st.none() | SHORT)
    until = draw(st.none() | SHORT)
    return Span(
        first,
        None if until is None else first + timedelta(days=until),
        None if ended is None else first + timedelta(days=ended),
    )


@given(spans(), DAYS, SHORT, DAYS)
def test_the_nights_of_a_time_are_the_nights_of_its_days(span, first, length, today):
    after = first + timedelta(days=length)
    days = [first + timedelta(days=n) for n in range(length)]
    assert nights_between(span, first, after, today=today) == sum(held_on(span, day, today=today) for day in days)


@given(spans(), DAYS, SHORT, SHORT, DAYS)
def test_a_time_cut_in_two_has_the_nights_of_both_parts(span, first, one, other, today):
    """Across the ends of months and years, and across the nights in which the clock changes."""
    cut, after = first + timedelta(days=one), first + timedelta(days=one + other)
    parts = nights_between(span, first, cut, today=today) + nights_between(span, cut, after, today=today)
    assert parts == nights_between(span, first, after, today=today)


@given(DAYS, st.integers(0, 60))
def test_a_stay_has_as_many_nights_as_evenings_until_it_ends(first, length):
    """The day of leaving is no night; leaving on the day of coming is none at all."""
    left = first + timedelta(days=length)
    span = Span(first, None, left)
    assert nights_between(span, date.min, date.max, today=left) == length
    assert not held_on(span, left, today=left)


@pytest.fixture
def zone(settings):
    """The clock on the wall of a house, set by the test and set back after it."""
    yield dates.use_zone
    dates.use_zone(settings.TIME_ZONE)


@pytest.mark.parametrize(
    ("name", "evening", "hours"),
    [
        ("Europe/Berlin", date(2026, 3, 28), 23),
        ("Europe/Berlin", date(2026, 10, 24), 25),
        # Where the clock is put forward at midnight the new day has no hour nought.
        ("Asia/Beirut", date(2026, 3, 28), 23),
        ("America/Santiago", date(2026, 9, 5), 23),
        ("Europe/Moscow", date(2026, 3, 28), 24),
    ],
)
def test_the_night_in_which_the_clock_changes_is_one_night(zone, name, evening, hours):
    """Hour by hour, as the clock on the wall goes: a family has as many nights as dates since it came."""
    zone(name)
    began = moment_of(evening, time(0)).astimezone(UTC)
    turned = moment_of(evening + timedelta(days=2), time(0)).astimezone(UTC)
    assert (turned - began) == timedelta(hours=24 + hours), "the clock does change here, or does not"
    span, seen = Span(evening), []
    for number in range(int((turned - began).total_seconds() // 3600)):
        on = day_of(began + timedelta(hours=number))
        seen.append(nights_between(span, evening, on, today=on))
    assert seen == sorted(seen) and set(seen) == {0, 1}
    assert {seen.count(nights) for nights in (0, 1)} == {24, hours}
    left = Span(evening, None, day_of(turned))
    assert nights_between(left, evening, evening + timedelta(days=9), today=left.ended_on) == 2


def test_who_has_not_left_is_there_though_the_agreed_day_is_past():
    span = Span(date(2026, 3, 1), date(2026, 3, 10))
    assert held_on(span, date(2026, 3, 12), today=date(2026, 3, 12))
    assert not held_on(span, date(2026, 3, 12), today=date(2026, 3, 9)), "as far as is agreed"


PEOPLE = st.lists(st.booleans(), max_size=6).map(lambda infants: list(enumerate(infants)))
BEDS = st.lists(st.tuples(st.integers(1, 3), st.booleans()), max_size=9).map(
    lambda rows: [FreeBed(number, room, cot) for number, (room, cot) in enumerate(rows)]
)


@given(PEOPLE, BEDS)
def test_no_bed_is_proposed_twice_and_no_grown_person_a_cot(people, beds):
    chosen = propose_beds(people, beds)
    assert len(set(chosen.values())) == len(chosen)
    cots = {bed.id for bed in beds if bed.is_cot}
    assert all((bed in cots) == is_infant for person, is_infant in people if (bed := chosen.get(person)) is not None)


def test_a_family_is_kept_together_in_the_smallest_room_that_fits():
    beds = [FreeBed(n, room) for n, room in enumerate([1, 1, 1, 1, 2, 2, 3])]
    assert set(propose_beds([(10, False), (11, False)], beds).values()) == {4, 5}


@given(st.lists(st.integers(0, 230), max_size=5))
def test_a_day_is_in_order_and_ends_in_bed(ages):
    day = propose_day(ages)
    assert [slot.at for slot in day] == sorted(slot.at for slot in day)
    assert day[-1].what == "bed_time" or any(slot.what == "bed_time" for slot in day)


def test_a_school_child_brings_its_school_into_the_day_of_a_baby():
    whats = {slot.what for slot in propose_day([6, 120])}
    assert {"baby_sleep", "school", "homework", "household"} <= whats


def test_a_week_counts_the_days_that_were_looked_at():
    monday = date(2026, 3, 2)
    marks = {monday: "kept", monday + timedelta(days=1): "partly", monday + timedelta(days=7): "not"}
    assert [(week.looked_at, week.percent) for week in weeks_of(marks)] == [(1, 0), (2, 75)]
    assert adherence([]) is None


def test_a_skill_is_formed_when_it_grew_and_needs_no_help():
    assert skills_formed([{"entry": 0, "exit": 3}, {"entry": 3, "exit": 3}, {"entry": 0, "exit": 1}, {"exit": 2}]) == 2
