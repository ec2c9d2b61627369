"""Folding of words: what counts as the same, and the order of the Russian alphabet."""

from hypothesis import given
from hypothesis import strategies as st

from opora.common.text import digits, fold, russian_order, squeeze, words


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet="абвгдеёжзийкАБВЁ -", max_size=30))
def test_case_and_the_dots_of_yo_do_not_matter(text: str) -> None:
    assert fold(text.upper()) == fold(text.lower()) == fold(text.replace("ё", "е").replace("Ё", "Е"))


def test_words_part_at_hyphens_and_keep_apostrophes_together() -> None:
    assert words(" Салтыкова-Щедрина  д’Арк ") == ["салтыкова", "щедрина", "дарк"]


def test_decomposed_letters_are_the_letters() -> None:
    assert squeeze("Йода") == "Йода"
    assert fold("Ёж") == "еж"


def test_digits_of_a_telephone() -> None:
    assert digits("+7 (921) 123-45-67 дом.") == "79211234567"


def test_yo_follows_ye() -> None:
    assert sorted(["Жук", "Ёлкин", "Ежов", "Ель", "Ерш"], key=russian_order) == [
        "Ежов",
        "Ель",
        "Ерш",
        "Ёлкин",
        "Жук",
    ]
