"""Workbooks of an old Excel are read like the others: errors, formulas, merged cells, old Macs, far corners."""

import struct
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from opora.registry import words
from opora.registry import xls as xls_room
from opora.registry.rules.issues import Unreadable
from opora.registry.rules.table import read_registry
from opora.registry.tests.old_excel import Calculated, Error, old_workbook
from opora.registry.tests.workbooks import line, table
from opora.registry.workbook import open_sheets
from opora.registry.xls_formulas import gives_number

TODAY = date(2026, 11, 24)
# Invented registers as other programs saved them: one that never calculates (never_calculated), and LibreOffice.
BOOKS = Path(__file__).with_name("books")


def read(data):
    return read_registry(open_sheets(data), on=TODAY)


def refusal(data):
    with pytest.raises(Unreadable) as caught:
        read(data)
    assert words.refusal(caught.value.note).strip()
    return caught.value.note.code


def register(**changes):
    return table(line(**changes))


def test_a_register_is_read_with_its_days_and_numbers():
    reading = read(old_workbook({"Лист1": register()}))
    assert reading.rejected == []
    assert [
        (one.number, one.parent, one.children, one.opened_on, one.closed_on, one.entry, one.exit)
        for one in reading.rows
    ] == [("17/2021лд", "И3", ("С24",), date(2021, 6, 18), date(2022, 9, 18), 20, 10)]


def test_an_error_in_a_cell_is_no_empty_cell():
    for shown in (Error(), Calculated(Error(0x07))):
        reading = read(old_workbook({"Лист1": register(exit=shown, change=None)}))
        assert [issue.code for issue in reading.rejected] == ["cell_shows_error"]


def test_what_a_formula_shows_is_read_and_what_was_never_calculated_is_asked_about():
    reading = read(
        old_workbook(
            {"Лист1": register(parent=Calculated("И3"), entry=Calculated(20), exit=Calculated(0), change=None)}
        )
    )
    assert [(one.parent, one.entry, one.exit) for one in reading.rows] == [("И3", 20, 0)]

    reading = read(old_workbook({"Лист1": register(entry=Calculated(0, ways=2), change=None)}))
    assert [issue.code for issue in reading.rejected] == ["formula_without_value"]


def saved(name):
    return read((BOOKS / f"{name}.xls").read_bytes())


def asked(reading):
    return [(issue.row, issue.letter, issue.code) for issue in reading.rejected]


def test_formulas_of_a_program_that_never_calculates_are_no_empty_cells():
    reading = saved("never_calculated")
    assert [one.number for one in reading.rows] == ["19/2021лд"]
    assert asked(reading) == [(row, letter, "formula_without_value") for row, letter in ((2, "B"), (2, "H"), (3, "H"))]


def test_a_nought_that_may_stand_for_a_text_is_no_figure():
    """LibreOffice writes nought for «н/д» that it took over without calculating; nought that was added up is one."""
    reading = saved("taken_over")
    assert [(one.number, one.entry, one.exit) for one in reading.rows] == [("17/2021лд", 20, 0)]
    assert asked(reading) == [(3, "H", "formula_without_value"), (4, "C", "formula_without_value")]

    reading = saved("calculated_anew")
    assert [(one.number, one.entry, one.exit) for one in reading.rows] == [
        ("17/2021лд", 20, 0),
        ("18/2021лд", 20, None),
    ]
    assert asked(reading) == [(4, "H", "cell_shows_error")]


def test_days_in_words_texts_and_serials_of_1904_saved_by_another_program():
    reading = saved("days_of_1904")
    assert [(one.opened_on, one.closed_on) for one in reading.rows] == [(date(2021, 6, 18), date(2022, 9, 18))] * 2


def test_rich_and_long_texts_merged_and_coloured_cells_saved_by_another_program():
    reading = saved("rich_and_long")
    assert reading.rejected == []
    assert [(one.parent, one.children, one.entry, one.exit) for one in reading.rows] == [
        ("И3", ("С24",), 20, 10),
        ("П2", ("В3", "В4"), 20, 10),
    ]


@pytest.mark.parametrize(
    ("parts", "is_number"),
    [
        (b"\x25\x01\x00\x01\x00\x0a\xc0\x0c\xc0\x19\x10\x00\x00", True),  # =SUM(K2:M2)
        (b"\x25\x01\x00\x01\x00\x0a\xc0\x0c\xc0\x42\x01\x04\x00", True),  # the same in the other writing
        (b"\x44\x01\x00\x06\xc0\x19\x40\x00\x01\x44\x01\x00\x07\xc0\x04", True),  # =G2 -H2
        (b"\x44\x01\x00\x06\xc0\x1e\x01\x00\x04\x15", True),  # =(G2-1)
        (b"\x44\x01\x00\x06\xc0", False),  # =G2
        (b"\x44\x01\x00\x06\xc0\x12", False),  # =+G2
        (b"\x44\x42\x01\x04\x00", False),  # =$E$323, which ends as SUM does
        (b"\x17\x01\x01\x18\x04\x17\x01\x00\x33\x08", False),  # ="И"&"3"
        (b"\x1d\x01\x19\x02\x07\x00\x1e\x05\x00\x19\x08\x0a\x00\x1e\x00\x00\x42\x03\x01\x00", False),  # =IF(…)
        (b"\x44\x01\x00\x06\xc0\x19\x04\x01\x00\x04\x00\x08\x00\x1e\x01\x00\x42\x02\x64\x00", False),  # =CHOOSE(…)
        (b"\x01\x01\x00\x06\x00", False),  # shared with other cells
        (b"\x1e\x00", False),  # cut off
        (b"", False),
    ],
)
def test_what_can_be_nothing_but_a_number(parts, is_number):
    assert gives_number(parts) is is_number


def test_days_of_an_old_mac_count_from_1904():
    row = read(old_workbook({"Лист1": register()}, from_1904=True)).rows[0]
    assert (row.opened_on, row.closed_on) == (date(2021, 6, 18), date(2022, 9, 18))
    # A day that lost its format is still a day of that workbook.
    bare = (date(2021, 6, 18) - date(1904, 1, 1)).days
    row = read(old_workbook({"Лист1": register(opened_on=bare)}, from_1904=True)).rows[0]
    assert row.opened_on == date(2021, 6, 18)


def test_a_hidden_sheet_is_read_as_in_other_workbooks():
    sheets = {"2021": register(), "2022": register(number="18/2022лд", parent="К1", opened_on=date(2022, 1, 10))}
    reading = read(old_workbook(sheets, hidden=["2022"]))
    assert [one.number for one in reading.rows] == ["17/2021лд", "18/2022лд"]


def test_a_file_with_a_password_says_so():
    assert refusal(old_workbook({"Лист1": register()}, has_password=True)) == "file_has_password"


def test_more_rows_than_a_register_has_are_refused():
    rows = [line(number=f"{number}/2021лд") for number in range(11)]
    with pytest.raises(Unreadable) as caught:
        read_registry(open_sheets(old_workbook({"Лист1": table(*rows)})), on=TODAY, most_rows=10)
    assert caught.value.note.code == "too_many_rows"


def test_a_sheet_of_empty_space_is_refused_before_it_is_laid_out(monkeypatch):
    monkeypatch.setattr(xls_room, "MOST_CELLS", 10_000)
    far = [[*[None] * 255, 1] for _row in range(50)]
    assert refusal(old_workbook({"Лист1": far})) == "file_is_hostile"


def test_a_document_of_another_program_is_no_workbook():
    data = old_workbook({"Лист1": register()}).replace("Workbook".encode("utf-16-le"), "WordDocu".encode("utf-16-le"))
    assert refusal(data) == "file_is_no_workbook"


def test_sheets_that_reach_into_one_another_are_not_gone_through():
    data = bytearray(old_workbook({"Лист1": register(), "Лист2": register()}))
    second = data.rindex(struct.pack("<HHHH", 0x809, 16, 0x600, 16))
    end = data.rindex(struct.pack("<HH", 0x0A, 0), 0, second)
    data[end : end + 2] = b"\x0b\x00"
    assert refusal(bytes(data)) == "file_is_damaged"


GOOD = old_workbook({"Лист1": register()})


@given(st.integers(0, len(GOOD) - 1), st.integers(1, 255))
@settings(max_examples=60, deadline=None)
def test_a_flipped_byte_is_read_or_refused(place, change):
    data = bytearray(GOOD)
    data[place] ^= change
    try:
        read(bytes(data))
    except Unreadable as caught:
        assert words.refusal(caught.note)
