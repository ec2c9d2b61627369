"""Case numbers: patterns, spelling, search, the next one."""

import re

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from opora.cases.rules.numbers import (
    format_number,
    keys_of_year,
    number_key,
)

MOBILE, CENTRE = "{n}/{year}лд", "{n}"
patterns = st.sampled_from([MOBILE, CENTRE, "{nn}/{year} лд", "КЦ-{nnn}/{yy}", "№ {n}", "{year}-{n}"])
years = st.integers(2000, 2099)
counts = st.integers(1, 99_999)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("17/2021лд", "17/2021 лд"),
        ("26/2021 ЛД", "26/2021лд"),
        ("№ 5", "5"),
        (" 17 / 2021 лд ", "17\\2021лд"),
        ("17/2021\u00a0лд", "17/2021лд"),
    ],
)
def test_spelling_does_not_matter(one: str, other: str) -> None:
    assert number_key(one) == number_key(other)


@given(patterns, counts, years, years)
def test_keys_of_a_year_are_those_numbered_in_it(pattern: str, n: int, year: int, other: int) -> None:
    key = number_key(format_number(pattern, n, year))
    found = re.fullmatch(keys_of_year(pattern, year), key)
    assert found is not None
    assert int(found[1]) == n
    is_same = year == other or "{y" not in pattern
    assert bool(re.fullmatch(keys_of_year(pattern, other), key)) is is_same


@given(st.text(max_size=30))
@example("a \u0301")
@example("№ # 5")
def test_one_spelling_is_final(text: str) -> None:
    assert number_key(number_key(text)) == number_key(text)


@given(patterns, counts, years, st.integers(0, 30))
def test_spaces_anywhere_are_forgiven(pattern: str, n: int, year: int, at: int) -> None:
    written = format_number(pattern, n, year)
    assume(at <= len(written))
    assert number_key(f"{written[:at]} {written[at:]}") == number_key(written)


def test_running_numbers_begin_at_one() -> None:
    with pytest.raises(ValueError, match="begins at 1"):
        format_number(CENTRE, 0, 2021)


def test_a_number_of_another_pattern_is_not_read() -> None:
    assert not re.fullmatch(keys_of_year(MOBILE, 2021), "17")
    assert not re.fullmatch(keys_of_year(CENTRE, 2021), "17/2021лд")
