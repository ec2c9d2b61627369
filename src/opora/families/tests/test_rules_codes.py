"""Codes of people: reading what was typed, writing what is kept, giving the next one (S3-80)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opora.common.text import cyrillic
from opora.families.rules import BadCode, Code, CodeFault, letter_for, next_code, parse_code
from opora.families.rules.codes import LARGEST_NUMBER, LETTERS

codes = st.builds(Code, st.sampled_from(LETTERS), st.integers(1, LARGEST_NUMBER))


@given(codes)
def test_a_written_code_reads_back(code: Code) -> None:
    assert parse_code(str(code)) == code


@given(codes, st.sampled_from(["", " ", "-", " - ", " № "]), st.sampled_from(["", "0", "000"]), st.booleans())
def test_spelling_does_not_matter(code: Code, between: str, zeros: str, lower: bool) -> None:
    typed = f" {code.letter}{between}{zeros}{code.number} "
    assert parse_code(typed.lower() if lower else typed) == code


@pytest.mark.parametrize(
    ("latin", "meant"),
    [("C24", "С24"), ("c 34", "С34"), ("T8", "Т8"), ("B4", "В4"), ("M35", "М35"), ("E6", "Е6"), ("Ё6", "Е6")],
)
def test_latin_look_alikes_are_understood(latin: str, meant: str) -> None:
    assert str(parse_code(latin)) == meant


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", CodeFault.EMPTY),
        ("   ", CodeFault.EMPTY),
        ("24", CodeFault.NO_LETTER),
        ("С", CodeFault.NO_NUMBER),
        ("СТ24", CodeFault.LETTER),
        ("D24", CodeFault.LETTER),
        ("С0", CodeFault.NUMBER),
        ("С24а", CodeFault.NUMBER),
        ("С24 Т8", CodeFault.NUMBER),
        ("С" + "9" * 400, CodeFault.NUMBER),
    ],
)
def test_what_is_no_code_says_why(text: str, fault: CodeFault) -> None:
    with pytest.raises(BadCode) as refusal:
        parse_code(text)
    assert refusal.value.fault is fault
    assert refusal.value.value == text


@given(st.text(max_size=30))
def test_any_text_is_a_code_or_a_refusal(text: str) -> None:
    try:
        code = parse_code(text)
    except BadCode:
        return
    assert code.letter in LETTERS
    assert parse_code(str(code)) == code


def test_after_39_comes_40() -> None:
    assert str(next_code("С", 39)) == "С40"
    assert str(next_code("Щ", 0)) == "Щ1"


@given(st.sampled_from(LETTERS), st.integers(0, 1000), st.integers(1, 50))
def test_codes_given_in_a_row_never_repeat(letter: str, last: int, count: int) -> None:
    given_out = []
    for _ in range(count):
        given_out.append(next_code(letter, last))
        last = given_out[-1].number
    assert len(set(given_out)) == count
    assert given_out == sorted(given_out)


@pytest.mark.parametrize(
    ("surname", "letter"),
    [
        ("Иванова", "И"),
        (" иванова", "И"),
        ("Ёлкина", "Е"),
        ("д'Артаньян", "Д"),
        ("Қасымова", "К"),
        ("Smith", "С"),
        ("", "Н"),
        ("-", "Н"),
        ("李", "Н"),
    ],
)
def test_a_surname_gives_its_letter(surname: str, letter: str) -> None:
    assert letter_for(surname) == letter


@given(st.text(max_size=20))
def test_every_surname_gives_a_letter_of_the_alphabet(surname: str) -> None:
    assert letter_for(surname) in LETTERS


def test_codes_sort_by_letter_then_by_number() -> None:
    typed = ["С9", "Т8", "С39", "В4", "С10"]
    assert [str(code) for code in sorted(map(parse_code, typed))] == ["В4", "С9", "С10", "С39", "Т8"]


def test_cyrillic_text_is_left_alone() -> None:
    assert cyrillic("Семья") == "Семья"
