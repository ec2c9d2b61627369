"""One cell: days, counts, codes and case numbers as people write them."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opora.registry.rules.cells import (
    EPOCHS,
    Failure,
    Formula,
    read_case_number,
    read_codes,
    read_count,
    read_day,
    read_name,
)
from opora.registry.rules.issues import CellProblem, printed


def codes_of(notes):
    return [note.code for note in notes]


def problem(reader, value):
    with pytest.raises(CellProblem) as caught:
        reader(value)
    return caught.value.note.code


@pytest.mark.parametrize(
    ("cell", "warned"),
    [
        (date(2021, 6, 18), False),
        (datetime(2021, 6, 18, 14, 30), False),
        (44365, False),
        (44365.75, False),
        ("18.06.2021", True),
        ("18.06.21", True),
        (" 18.06.2021 г. ", True),
        ("18. 06. 2021", True),
        ("18/06/2021", True),
        ("18-06-2021", True),
        ("18.6.2021", True),
        ("2021-06-18", True),
        ("2021-06-18 00:00:00", True),
        ("18.06.2021\xa0", True),
        ("44365", True),
    ],
)
def test_a_day_is_read_however_it_is_written(cell, warned):
    day, notes = read_day(cell)
    assert day == date(2021, 6, 18)
    assert codes_of(notes) == (["date_as_text"] if warned else [])


@pytest.mark.parametrize("cell", [None, "", "  ", "-", "—", "\xa0", "нет"])
def test_an_empty_day_is_no_mistake(cell):
    assert read_day(cell) == (None, ())


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("31.02.2021", "no_such_day"),
        ("завтра", "not_a_day"),
        ("18.06", "not_a_day"),
        (True, "not_a_day"),
        (time(12, 0), "not_a_day"),
        (float("inf"), "not_a_day"),
        (1e300, "not_a_day"),
        (17, "day_out_of_range"),
        ("18.06.1021", "day_out_of_range"),
        (Formula(None, False), "formula_without_value"),
        (Failure("#REF!"), "cell_shows_error"),
    ],
)
def test_what_is_no_day_says_why(cell, code):
    assert problem(read_day, cell) == code


def test_a_workbook_of_an_old_mac_counts_days_from_1904():
    assert read_day(44365 - 1462, epoch=EPOCHS[1904])[0] == date(2021, 6, 18)


@pytest.mark.parametrize("cell", [20, 20.0, "20", " 20 ", "2 0", "20,0", "20.0", "\xa020", "20\xa0"])
def test_a_count_is_read_as_number_or_text(cell):
    count, notes = read_count(cell)
    assert count == 20
    assert codes_of(notes) == (["count_as_text"] if isinstance(cell, str) else [])


def test_zero_is_a_count_and_emptiness_is_none():
    assert read_count(0) == (0, ())
    assert read_count(None) == (None, ())
    assert read_count("-") == (None, ())


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        (-1, "count_is_negative"),
        ("-3", "count_is_negative"),
        ("−3", "count_is_negative"),
        (2.5, "count_is_fraction"),
        ("2,5", "count_is_fraction"),
        ("много", "not_a_count"),
        ("20 из 48", "not_a_count"),
        (True, "not_a_count"),
        (date(2021, 6, 18), "not_a_count"),
        (500, "count_is_too_big"),
        (10**400, "count_is_too_big"),
        (float("inf"), "count_is_too_big"),
        (float("nan"), "not_a_count"),
        (Formula(None, False), "formula_without_value"),
    ],
)
def test_what_is_no_count_says_why(cell, code):
    assert problem(read_count, cell) == code


@pytest.mark.parametrize(
    ("cell", "codes", "warnings"),
    [
        ("С24", ("С24",), []),
        ("С34,Т8,Т9,С35", ("С34", "Т8", "Т9", "С35"), []),
        ("С34, Т8", ("С34", "Т8"), []),
        ("С34;Т8", ("С34", "Т8"), ["codes_split_otherwise"]),
        ("\u00a0С34\u00a0,\u00a0Т8\u200b", ("С34", "Т8"), []),
        ("С34\u00a0Т8", ("С34", "Т8"), ["codes_split_otherwise"]),
        ("С34\nТ8", ("С34", "Т8"), ["codes_split_otherwise"]),
        ("С34 Т8", ("С34", "Т8"), ["codes_split_otherwise"]),
        ("С34,\nТ8,", ("С34", "Т8"), []),
        ("С34 и Т8", ("С34", "Т8"), ["codes_split_otherwise"]),
        ("C24", ("С24",), ["code_in_latin"]),
        ("c24", ("С24",), ["code_in_latin"]),
        ("с24", ("С24",), []),
        ("С 24", ("С24",), ["code_mended"]),
        ("С-24", ("С24",), ["code_mended"]),
        ("С024", ("С24",), ["code_mended"]),
        ("С24, С24", ("С24",), ["code_repeated"]),
        ("\xa0С24\xa0", ("С24",), []),
    ],
)
def test_codes_are_read_and_mended(cell, codes, warnings):
    found, notes = read_codes(cell)
    assert found == codes
    assert codes_of(notes) == warnings


@pytest.mark.parametrize("cell", ["Иванова", "24", 24, "S24", "С24?", "С24 (сын)", "С0", "СС24", "С24, Петя"])
def test_what_is_no_code_is_refused(cell):
    assert problem(read_codes, cell) == "not_a_code"


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("17/2021лд", "17/2021лд"),
        (" 26/2021\xa0лд ", "26/2021 лд"),
        ("26/2021\nлд", "26/2021 лд"),
        (1, "1"),
        (1.0, "1"),
        ("1", "1"),
        (None, ""),
    ],
)
def test_a_case_number_is_kept_as_printed(cell, number):
    assert read_case_number(cell) == number


def test_a_number_that_excel_made_a_date_is_not_guessed():
    assert problem(read_case_number, datetime(2021, 5, 1)) == "number_became_date"


@pytest.mark.parametrize("cell", ["б/н", "1" * 41, True, 1.5, timedelta(1)])
def test_what_is_no_case_number_is_refused(cell):
    assert problem(read_case_number, cell) == "not_a_case_number"


ANY_CELL = st.one_of(
    st.none(),
    st.text(max_size=60),
    st.text(alphabet="СCс24,; \n.-/01№", max_size=15),
    st.integers(),
    st.floats(),
    st.booleans(),
    st.datetimes(),
    st.dates(),
    st.times(),
    st.timedeltas(),
    st.builds(Failure, st.text(max_size=8)),
    st.builds(Formula, st.one_of(st.none(), st.text(max_size=8), st.floats()), st.booleans()),
)


@given(ANY_CELL)
def test_no_cell_breaks_a_reader(cell):
    printed(cell)
    for reader in (read_day, read_count, read_codes, read_case_number, read_name):
        try:
            reader(cell)
        except CellProblem as caught:
            assert caught.note.code


CODES = st.tuples(st.sampled_from("АБВГДЕЖЗИКЛМНОПРСТУФ"), st.integers(1, 99999))


@given(st.lists(CODES, unique=True, min_size=1))
def test_codes_survive_any_separator_and_keyboard(pairs):
    codes = [f"{letter}{number}" for letter, number in pairs]
    latin = str.maketrans("АВСЕНКМОРТ", "ABCEHKMOPT")
    for separator in (",", ", ", ";", "\n", " "):
        assert list(read_codes(separator.join(codes))[0]) == codes
        assert list(read_codes(separator.join(codes).translate(latin).lower())[0]) == codes
