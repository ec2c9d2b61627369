"""Who needs a look: each sign by its number, the gravest first, as the organization set it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opora.attention.rules import (
    LEVELS,
    LONGEST_ASIDE,
    NEVER,
    SIGNS,
    Facts,
    Look,
    Reason,
    SignSetting,
    Stand,
    aside_until_is_wrong,
    gravest_first,
    look_at,
    stand_of,
)

ON = date(2026, 11, 29)
SHIPPED = {sign.code: SignSetting(sign.threshold) for sign in SIGNS}


def ago(days: int) -> date:
    return ON - timedelta(days=days)


def calm(**known: object) -> Facts:
    return Facts(**({"opened_on": ago(100), "touched_on": ago(1)} | known))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("facts", "reasons"),
    [
        (calm(), []),
        (calm(danger_since=ON), [("danger", 0)]),
        (calm(danger_since=ago(8), assess_by=ago(90)), [("danger", 8), ("assessment_late", 90)]),
        (calm(touched_on=ago(20)), []),
        (calm(touched_on=ago(21)), [("silence", 21)]),
        (Facts(opened_on=ago(24)), [("silence", 24)]),
        (calm(risk="high", risk_before="low", risk_on=ago(3)), [("risk_up", 3)]),
        (calm(risk="high", risk_before="low", risk_on=ago(31)), []),
        (calm(risk="low", risk_before="high", risk_on=ago(3)), []),
        (calm(risk="medium", risk_before="", risk_on=ago(3)), []),
        (calm(missed=2), []),
        (calm(missed=3), [("no_shows", 3)]),
        (calm(visit_missed_by=ago(2)), []),
        (calm(visit_missed_by=ago(3)), [("visit_late", 3)]),
        (calm(plan_moved_on=ago(60)), [("plan_still", 60)]),
        (calm(assess_by=ago(14)), [("assessment_late", 14)]),
        (calm(assess_by=ON + timedelta(days=20)), []),
        (calm(stays_without_end_since=ago(15)), [("open_stay", 15)]),
    ],
)
def test_each_sign_counts_from_its_number_on(facts: Facts, reasons: list[tuple[str, int]]) -> None:
    assert look_at(facts, SHIPPED, on=ON) == tuple(Reason(*one) for one in reasons)


def test_the_organization_sets_the_number_and_switches_a_sign_off() -> None:
    facts = calm(touched_on=ago(10), missed=5)
    said = SHIPPED | {"silence": SignSetting(7), "no_shows": SignSetting(3, is_on=False)}
    assert look_at(facts, said, on=ON) == (Reason("silence", 10),)


def test_high_risk_stands_before_all_and_then_the_gravest_sign() -> None:
    quiet = Look(1, "", (Reason("plan_still", 300),))
    silent = Look(2, "", (Reason("silence", 30),))
    longer = Look(3, "low", (Reason("silence", 40),))
    both = Look(4, "", (Reason("silence", 25), Reason("plan_still", 70)))
    grave = Look(5, "high", (Reason("open_stay", 14),))
    assert [look.case_id for look in gravest_first([quiet, silent, longer, both, grave, Look(6, "high", ())])] == [
        *(5, 4, 3, 2, 1),
    ]


@given(st.integers(0, 400), st.integers(1, 365))
def test_silence_is_never_named_too_early_nor_forgotten(days: int, threshold: int) -> None:
    named = look_at(calm(touched_on=ago(days)), SHIPPED | {"silence": SignSetting(threshold)}, on=ON)
    assert (Reason("silence", days) in named) == (days >= threshold)


@given(st.integers(-200, 400))
def test_a_family_comes_back_within_three_months(days: int) -> None:
    assert aside_until_is_wrong(ON + timedelta(days=days), on=ON) == (not 0 < days <= LONGEST_ASIDE)


DAYS = st.none() | st.integers(-420, 90).map(lambda days: ON + timedelta(days=days))
FACTS = st.builds(
    Facts,
    opened_on=st.integers(-420, 5).map(lambda days: ON + timedelta(days=days)),
    danger_since=DAYS,
    touched_on=DAYS,
    risk=st.sampled_from(("", *LEVELS)),
    risk_before=st.sampled_from(("", *LEVELS)),
    risk_on=DAYS,
    plan_moved_on=DAYS,
    visit_missed_by=DAYS,
    assess_by=DAYS,
    missed=st.integers(0, 6),
    stays_without_end_since=DAYS,
)
SETTINGS = st.fixed_dictionaries(
    {sign.code: st.builds(SignSetting, st.integers(sign.least, min(sign.most, 90)), st.booleans()) for sign in SIGNS}
)


@given(st.lists(FACTS, min_size=1, max_size=6), SETTINGS, st.integers(0, 120))
def test_a_place_holds_until_its_day_and_orders_families_as_the_signs_do(
    known: list[Facts], said: dict[str, SignSetting], later: int
) -> None:
    """What was computed on one day says the same on every day before the one it names."""
    stands = [stand_of(facts, said, on=ON) for facts in known]
    assert all(stand.until > ON for stand in stands)
    day = min([ON + timedelta(days=later), *(stand.until - timedelta(days=1) for stand in stands)])
    looks = [Look(number, facts.risk, look_at(facts, said, on=day)) for number, facts in enumerate(known)]
    places = {number: stand.place for number, stand in enumerate(stands) if stand.place is not None}
    by_place = sorted(places, key=lambda number: (places[number], number))
    assert [look.case_id for look in gravest_first(looks)] == by_place


@given(FACTS, SETTINGS)
def test_on_the_day_it_names_something_is_otherwise_or_may_be(facts: Facts, said: dict[str, SignSetting]) -> None:
    """No family is looked at anew without need: at its day a sign begins or ceases."""
    until = stand_of(facts, said, on=ON).until
    if until != NEVER:
        before = look_at(facts, said, on=until - timedelta(days=1))
        assert {one.sign for one in before} != {one.sign for one in look_at(facts, said, on=until)}


def test_a_family_put_aside_stands_nowhere_until_it_comes_back() -> None:
    back = ON + timedelta(days=9)
    assert stand_of(calm(touched_on=ago(90)), SHIPPED, on=ON, aside_until=back) == Stand(None, back)
    assert stand_of(calm(touched_on=ago(90)), SHIPPED, on=back, aside_until=back).place is not None
