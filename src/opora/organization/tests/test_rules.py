"""Numbers of an organization: real ones are taken, and a slip of one digit is noticed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opora.organization import rules

# Published by the tax service and the Bank of Russia about themselves.
TAX_SERVICE = {"inn": "7707329152", "ogrn": "1047707030513"}
SBERBANK = {"inn": "7707083893", "ogrn": "1027700132195", "bik": "044525225", "correspondent": "30101810400000000225"}
EMPTY = dict.fromkeys(rules.NUMBERS, "")


@pytest.mark.parametrize("known", [TAX_SERVICE, SBERBANK])
def test_numbers_of_known_organizations_are_right(known: dict[str, str]) -> None:
    assert rules.wrong_numbers(EMPTY | known) == []


@given(place=st.integers(0, 9), other=st.integers(1, 9), number=st.sampled_from(["7707329152", "7707083893"]))
def test_a_slip_of_one_digit_in_an_inn_is_noticed(place: int, other: int, number: str) -> None:
    slipped = number[:place] + str((int(number[place]) + other) % 10) + number[place + 1 :]
    assert not rules.inn_is_right(slipped)


def test_a_twelve_digit_inn_has_two_check_digits() -> None:
    assert rules.inn_is_right("500100732259")
    assert not rules.inn_is_right("500100732258") and not rules.inn_is_right("500100732249")


@given(place=st.integers(0, 19), other=st.integers(1, 9))
def test_a_slip_in_an_account_is_noticed(place: int, other: int) -> None:
    account, bik = "40703810900000000001", "044525999"
    assert rules.account_is_right(account, bik)
    slipped = account[:place] + str((int(account[place]) + other) % 10) + account[place + 1 :]
    assert not rules.account_is_right(slipped, bik)


def test_an_account_without_its_bank_cannot_be_checked_and_is_not_taken() -> None:
    assert rules.wrong_numbers(EMPTY | {"account": "40703810900000000001"}) == ["account"]


@pytest.mark.parametrize(
    ("name", "number"), [("inn", "123"), ("kpp", "12"), ("ogrn", "1047707030514"), ("bik", "144525225")]
)
def test_a_number_of_another_length_or_rest_is_wrong(name: str, number: str) -> None:
    assert rules.wrong_numbers(EMPTY | {name: number}) == [name]
