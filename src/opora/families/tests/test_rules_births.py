"""A birth is kept as exactly as it is known, and nobody is given an age that is only one of two."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opora.families.rules import (
    Birth,
    BlindIndex,
    Identity,
    Sign,
    age_on,
    age_span,
    identity_faults,
    likeness,
    parse_birth,
)
from opora.families.words import typed_birth

ON = date(2026, 11, 29)
INDEX = BlindIndex(b"k" * 32)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("12.03.2015", "2015-03-12"),
        ("12.3.15", "2015-03-12"),
        ("12.03.94", "1994-03-12"),
        ("2015-03-12", "2015-03-12"),
        ("12 марта 2015 г.", "2015-03-12"),
        ("03.2015", "2015-03"),
        ("Май 2015", "2015-05"),
        (" 2015 ", "2015"),
        ("2015 г.р.", "2015"),
        ("около 2015", "~2015"),
        ("примерно 2015 года", "~2015"),
        ("~2015", "~2015"),
        ("около 11 лет", "~2015"),
    ],
)
def test_what_is_typed_is_kept_as_far_as_it_is_known(typed, kept):
    assert str(parse_birth(typed, on=ON)) == kept


@pytest.mark.parametrize("typed", ["", "31.02.2015", "13.2015", "весной", "15", "12.03", "2015-3-12-1"])
def test_what_is_no_date_is_not_guessed(typed):
    with pytest.raises(ValueError, match=r".*"):
        parse_birth(typed, on=ON)


births = st.one_of(
    st.dates(date(1930, 1, 1), ON).map(Birth.on),
    st.builds(Birth, st.integers(1930, 2026)),
    st.builds(Birth, st.integers(1930, 2026), st.integers(1, 12)),
    st.builds(lambda year: Birth(year, is_about=True), st.integers(1930, 2026)),
)


@given(births)
def test_what_is_kept_and_what_is_shown_in_the_form_is_read_again(birth):
    assert parse_birth(str(birth)) == birth
    assert parse_birth(typed_birth(birth), on=ON) == birth
    kept = Identity(surname="Ёлкина").with_birth(birth)
    assert Identity.from_plain(kept.as_plain()) == kept
    assert kept.born == birth


@given(births, st.data())
def test_the_true_age_lies_within_the_span_and_years_are_said_only_when_sure(birth, data):
    born_on = data.draw(st.dates(birth.earliest, birth.latest))
    span = age_span(birth, ON)
    true = age_on(born_on, ON)
    if true is None:
        return
    assert span is not None
    assert span.youngest.months_lived <= true.months_lived <= span.oldest.months_lived
    assert span.years in {None, true.years}


def test_an_age_that_could_be_either_is_not_said():
    assert age_span(Birth(2015), ON).years is None
    assert age_span(Birth(2015), date(2026, 12, 31)).years == 11
    assert age_span(Birth(2015, 3), ON).years == 11
    assert age_span(Birth(2015, is_about=True), ON).middle == 11


def test_a_birth_in_the_future_is_refused_also_when_known_to_the_year():
    faults = [list(identity_faults(Identity(surname="Ёлкина", born_about=Birth(year)), on=ON)) for year in (2026, 2027)]
    assert faults == [[], ["birth_date"]]


ANNA = Identity(surname="Ёлкина", given="Анна", patronymic="Петровна", birth_date=date(2015, 3, 12))


@pytest.mark.parametrize("about", [Birth(2015), Birth(2015, 3), Birth(2016, is_about=True)])
def test_an_approximate_birth_agrees_and_is_found(about):
    known = ANNA.with_birth(about)
    assert Sign.BORN_MAYBE in likeness(ANNA, known).signs
    assert INDEX.asked("ёлкина 2015") <= INDEX.tokens(known)
    assert INDEX.asked("анна 03.2015") <= INDEX.tokens(known)
    assert not INDEX.asked("ёлкина 2019") <= INDEX.tokens(known)


def test_a_year_far_away_contradicts():
    assert likeness(ANNA, ANNA.with_birth(Birth(1985))) is None


@pytest.mark.parametrize("typed", ["ёлкина 12.03.15", "12.3.15 анна", "ёлкина 2015"])
def test_two_digit_years_find(typed):
    assert INDEX.asked(typed) <= INDEX.tokens(ANNA)


@pytest.mark.parametrize("typed", ["2015", "15/2015"])
def test_a_year_alone_gathers_nobody(typed):
    assert not INDEX.asked(typed)
