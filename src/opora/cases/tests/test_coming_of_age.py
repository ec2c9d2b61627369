"""When the youngest child of a case comes of age (S4-39)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opora.access.rules import SYSTEM
from opora.cases import actions
from opora.cases.queries import coming_of_age
from opora.cases.rules.coming_of_age import youngest_of_age
from opora.cases.tests.factories import CLOSED, scene
from opora.common.errors import Invalid
from opora.families import actions as families
from opora.families.rules import OF_AGE, Birth, Identity, age_on, comes_of_age_on

births = st.dates(date(1990, 1, 1), date(2030, 12, 31))


@given(births)
def test_on_that_day_and_not_a_day_before_the_child_is_eighteen(born_on: date) -> None:
    day = comes_of_age_on(born_on)
    assert age_on(born_on, day).years == OF_AGE
    assert age_on(born_on, day - timedelta(days=1)).years == OF_AGE - 1


def test_who_was_born_on_29_february_comes_of_age_on_1_march() -> None:
    assert comes_of_age_on(date(2008, 2, 29)) == date(2026, 3, 1)
    assert comes_of_age_on(date(2008, 2, 28)) == date(2026, 2, 28)


@given(st.lists(st.one_of(st.none(), births), max_size=6))
def test_the_youngest_child_decides_and_unknown_births_are_counted(born: list[date | None]) -> None:
    found = youngest_of_age([Birth.on(day) if day else None for day in born])
    known = [day for day in born if day]
    assert found.unknown == len(born) - len(known)
    assert found.on == (comes_of_age_on(max(known)) if known else None)


def test_of_a_birth_known_to_the_year_the_earliest_birthday_counts_and_is_not_sure() -> None:
    found = youngest_of_age([Birth(2008), Birth.on(date(2007, 5, 1))])
    assert (found.on, found.unknown) == (date(2026, 1, 1), 1)
    assert found.is_surely_after(date(2025, 12, 31))
    assert not found.is_surely_after(date(2026, 6, 1)), "the child may be eighteen by then"


@pytest.mark.django_db
def test_a_case_is_not_closed_as_of_age_before_its_youngest_child_is() -> None:
    place = scene()
    elder, younger = place.home.children
    families.update_identity(actor=SYSTEM, person=elder, identity=Identity(given="Ян", birth_date=date(2004, 2, 29)))
    families.update_identity(actor=SYSTEM, person=younger, identity=Identity(given="Ия", birth_date=date(2004, 9, 19)))
    assert coming_of_age([place.case.pk])[place.case.pk].on == date(2022, 9, 19)
    ending = {
        "actor": place.case_manager,
        "case_id": place.case.pk,
        "reason": "came_of_age",
        "summary": "Младшему восемнадцать.",
        "placements": dict.fromkeys(place.home.child_ids, "own_family"),
    }
    with pytest.raises(Invalid) as refused:
        actions.close_case(**ending, on=CLOSED)
    assert list(refused.value.fields) == ["reason"]
    closing = actions.close_case(**ending, plan_after="Общежитие колледжа", goals=(2, 3), on=date(2022, 9, 19))
    assert (closing.plan_after_text, closing.goals_achieved) == ("Общежитие колледжа", 2)
    assert "Общежитие".encode() not in bytes(closing.plan_after)
