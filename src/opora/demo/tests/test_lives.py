"""Invented lives are plausible, repeatable, and nobody's."""

from datetime import date
from functools import cache
from itertools import pairwise

import pytest

from opora.cases.rules.reasons import OFFERED
from opora.common.dates import add_months
from opora.demo.rules.lives import InventedLife, invent_lives, leave_one_waiting
from opora.instruments.rules import Definition, applies
from opora.packs import queries as packs

TODAY = date(2026, 11, 24)


@cache
def definition() -> Definition:
    reading = packs.check_practice(folder=packs.shipped_practices()["support_and_shelter"])
    assert reading.practice is not None
    return next(form for form in reading.practice.instruments if form.code == "efo")


@pytest.fixture(scope="module")
def lives() -> list[InventedLife]:
    return list(invent_lives(definition(), size=120, seed=7, today=TODAY))


def test_same_seed_tells_the_same_lives(lives: list[InventedLife]) -> None:
    assert list(invent_lives(definition(), size=120, seed=7, today=TODAY)) == lives
    assert list(invent_lives(definition(), size=120, seed=8, today=TODAY)) != lives


def test_days_stand_in_the_order_of_life(lives: list[InventedLife]) -> None:
    for life in lives:
        end = life.closed_on or TODAY
        assert life.opened_on <= end <= TODAY
        days = [form.on for form in life.forms]
        assert days == sorted(days)
        assert all(life.opened_on <= day <= end for day in days)
        for child in life.children:
            assert child.identity.birth_date is not None
            assert child.identity.birth_date < life.opened_on
        if life.extended_to:
            assert life.extended_to <= end
        if life.looked_back_on:
            assert life.closed_on is not None
            assert add_months(life.closed_on, 6) <= life.looked_back_on <= TODAY
        if life.first_call_on and life.looked_back_on:
            assert life.first_call_on < life.looked_back_on


@pytest.mark.parametrize("size", [12, 30])
def test_somebody_is_still_to_be_looked_back_at(size: int) -> None:
    told = list(invent_lives(definition(), size=size, seed=7, today=TODAY, with_forms=False))
    left = leave_one_waiting(told)
    [(before, waiting)] = [(one, other) for one, other in zip(told, left, strict=True) if one != other]
    assert before.looked_back_on == max(life.looked_back_on for life in told if life.looked_back_on)
    assert before.looked_back
    assert not waiting.looked_back
    assert waiting.closed_on == before.closed_on


def test_brothers_and_sisters_are_ten_months_apart_unless_they_are_twins(lives: list[InventedLife]) -> None:
    for life in lives:
        born = sorted(child.identity.birth_date for child in life.children if child.identity.birth_date)
        between = [(later - earlier).days for earlier, later in pairwise(born)]
        assert all(days == 0 or days >= 305 for days in between), born


def test_life_is_varied(lives: list[InventedLife]) -> None:
    assert {len(life.children) for life in lives} >= {1, 2, 3, 4}
    assert any(life.closed_on is None for life in lives)
    assert any(life.closed_on and life.forms and life.forms[-1].point != "exit" for life in lives)
    assert any(not life.forms for life in lives)
    assert {kind for life in lives for kind in life.closing} >= {"own_family", "relatives", "unknown"}
    assert len({life.reason for life in lives}) > 3
    assert {life.reason for life in lives if life.closed_on} <= OFFERED


def test_only_items_of_the_childs_age_are_answered(lives: list[InventedLife]) -> None:
    items = {item.code: item for item in definition().items}
    for life in lives[:30]:
        for form in life.forms[:1]:
            for code, rated in form.answers.items():
                for subject in rated:
                    if subject.startswith("c"):
                        born_on = life.children[int(subject[1:])].identity.birth_date
                        assert born_on is not None
                        years = (life.opened_on.year - born_on.year) - (
                            (life.opened_on.month, life.opened_on.day) < (born_on.month, born_on.day)
                        )
                        assert applies(items[code], years)


def test_telephones_belong_to_nobody(lives: list[InventedLife]) -> None:
    for life in lives:
        for person in life.caregivers:
            assert all(number.startswith("+7 900 000-") for number in person.identity.phones)


def test_most_families_live_somewhere_and_of_some_it_is_not_known_yet(lives: list[InventedLife]) -> None:
    told = [bool(life.caregivers[0].identity.addresses) for life in lives]
    assert len(told) / 2 < sum(told) < len(told)


def test_no_two_families_live_at_one_address(lives: list[InventedLife]) -> None:
    """Two families at one address would be taken for one."""
    others = invent_lives(definition(), size=120, seed=8, today=TODAY, with_forms=False)
    at = [life.caregivers[0].identity.addresses for life in (*lives, *others)]
    known = [address for addresses in at for address in addresses]
    assert len(known) == len(set(known)) > 100
