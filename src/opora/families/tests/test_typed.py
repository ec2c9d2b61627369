"""A search forgives: endings, the wrong layout, Latin letters, short years."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opora.families.rules import BlindIndex, Identity
from opora.families.rules.typed import MOST, from_latin, from_wrong_layout, numbers, readings, without_endings

INDEX = BlindIndex(b"k" * 32)


def finds(text: str, identity: Identity) -> bool:
    kept = INDEX.tokens(identity)
    return any(asked and asked <= kept for asked in map(INDEX.asked, readings(text)))


@pytest.mark.parametrize(
    ("text", "surname", "given"),
    [
        ("Лебедевой", "Лебедева", "Ольга"),
        ("Лебедеву Ольгу", "Лебедева", "Ольга"),
        ("Лебедевой Ольге", "Лебедева", "Ольга"),
        ("к Наталье Осиповой", "Осипова", "Наталья"),
        ("у Толстых", "Толстая", "Анна"),
        ("Достоевскому", "Достоевский", "Фёдор"),
        ("kt,tltdf", "Лебедева", "Ольга"),
        ("Ktdtltdf", "Леведева", "Ольга"),
        ("Lebedeva", "Лебедева", "Ольга"),
        ("Shcherbakova Yulia", "Щербакова", "Юлия"),
        ("Dmitriy Zhukov", "Жуков", "Дмитрий"),
        ("лебед", "Лебедева", "Ольга"),
    ],
)
def test_a_name_is_found_however_it_is_typed(text: str, surname: str, given: str) -> None:
    assert finds(text, Identity(surname=surname, given=given))


def test_another_name_is_not_found() -> None:
    for text in ("Лебедевой", "Lebedeva", "kt,tltdf"):
        assert not finds(text, Identity(surname="Ковалёва", given="Ольга"))


def test_the_wrong_layout_and_latin_letters_are_read() -> None:
    assert from_wrong_layout("ghbdtn") == "привет"
    assert from_latin("lebedeva") == "лебедева" and from_latin("zhukov") == "жуков"
    assert without_endings("лебедевой ольге") == "лебедев ольг"


def test_a_telephone_by_its_last_seven_digits_and_a_short_year_are_found() -> None:
    from datetime import date

    known = Identity(surname="Лебедева", phones=("+7 916 555-01-99",), birth_date=date(1991, 7, 7))
    assert finds("555-01-99", known) and finds("5550199", known) and finds("Лебедевой 07.07.91", known)


@pytest.mark.parametrize("text", ["15 2026", "15/2026", "15-26", "15 26", "№ 15/2026", "15.2026"])
def test_a_number_is_one_however_it_is_typed(text: str) -> None:
    assert "15/2026" in numbers(text)


@pytest.mark.parametrize(("text", "wanted"), [("17 2021 лд", "17/2021лд"), ("86", "86"), ("Лебедева", None)])
def test_other_numbers(text: str, wanted: str | None) -> None:
    assert (wanted in numbers(text)) if wanted else numbers(text) == ()


@given(st.text(max_size=200))
def test_whatever_is_typed_has_few_readings_and_the_typed_one_first(text: str) -> None:
    found = readings(text)
    assert len(found) <= MOST and len(set(found)) == len(found)
    assert not found or all(found)


@given(st.text(alphabet="абвгдежзиклмнопрстуфхцчшщыэюя", min_size=4, max_size=12))
def test_a_name_in_its_own_form_is_always_found(surname: str) -> None:
    assert finds(surname, Identity(surname=surname.capitalize()))
