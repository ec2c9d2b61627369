"""One tap calls the family, however its number was written down."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opora.families.rules import phones_in, to_dial


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("+7 916 555-01-99", "+79165550199"),
        ("8 (916) 555-01-99", "+79165550199"),
        ("бабушка, 8 921 555 01 12", "+79215550112"),
        ("916 555 10 20, звонить после 18:00", "+79165551020"),
        ("555-01-12", "5550112"),
        ("+375 29 123-45-67", "+375291234567"),
        ("нет телефона", ""),
        ("кв. 21", ""),
        ("", ""),
    ],
)
def test_the_number_of_a_line_is_dialed(line: str, number: str) -> None:
    assert to_dial(line) == number


@given(st.text(max_size=60))
def test_whatever_stands_in_the_line_only_a_number_is_dialed(line: str) -> None:
    number = to_dial(line)
    assert bool(number) == bool(phones_in(line))
    assert number == "" or number.removeprefix("+").isdecimal()
