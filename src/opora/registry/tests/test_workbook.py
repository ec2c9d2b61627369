"""Files that are no workbook, broken or meant to hurt: each ends in one clear reason, quickly."""

import io
import re
import zipfile
from datetime import date

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from opora.registry import words
from opora.registry import workbook as workbook_room
from opora.registry.rules.issues import Unreadable
from opora.registry.rules.table import MOST_ROWS, read_registry
from opora.registry.tests.workbooks import SUPPORT_TITLES, line, table, workbook
from opora.registry.workbook import LARGEST_FILE, open_sheets

TODAY = date(2026, 11, 24)
GOOD_FILE = workbook({"Лист1": table(line())})


def read(data):
    return read_registry(open_sheets(data), on=TODAY)


def refusal(data):
    with pytest.raises(Unreadable) as caught:
        read(data)
    note = caught.value.note
    assert words.refusal(note).strip()
    return note.code


def repacked(changes):
    """The good file with parts replaced or added."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(GOOD_FILE)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in changes:
                new.writestr(name, old.read(name))
        for name, content in changes.items():
            new.writestr(name, content)
    return buffer.getvalue()


def sheet_xml():
    with zipfile.ZipFile(io.BytesIO(GOOD_FILE)) as archive:
        return archive.read("xl/worksheets/sheet1.xml")


def zipped(**parts):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "file_is_empty"),
        (b"x" * (LARGEST_FILE + 1), "file_too_large"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "file_is_damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "file_has_password"),
        ("№;ОТДЕЛ;шифр\n1;МР;И3".encode(), "file_is_text"),
        ("№;ОТДЕЛ;шифр\n1;МР;И3".encode("cp1251"), "file_is_text"),
        (b"%PDF-1.7 ...", "file_is_pdf"),
        (b"\xef\xbb\xbf<html><table></table></html>", "file_is_web_page"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "file_is_no_workbook"),
        (b"PK\x03\x04 torn off", "file_is_damaged"),
        (GOOD_FILE[: len(GOOD_FILE) // 2], "file_is_damaged"),
        (zipped(mimetype="application/vnd.oasis.opendocument.spreadsheet"), "file_is_ods"),
        (zipped(**{"[Content_Types].xml": "<a/>", "word/document.xml": "<a/>"}), "file_is_no_workbook"),
        (zipped(**{"[Content_Types].xml": "<a/>", "xl/workbook.bin": b"1"}), "file_is_xlsb"),
        (zipped(**{"[Content_Types].xml": "<broken", "xl/workbook.xml": "<a/>"}), "file_is_damaged"),
        (zipped(**{"заметка.txt": "привет"}), "file_is_no_workbook"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_workbook_says_what_it_is(data, code):
    assert refusal(data) == code


def test_a_zip_bomb_is_refused_by_its_directory():
    assert refusal(repacked({"xl/media/image1.png": b"\0" * (50 * 2**20)})) == "file_is_hostile"


def test_more_than_any_register_unpacks_to_is_refused():
    parts = {f"xl/media/{number}.bin": b"\0" * (2 * 2**20) for number in range(60)}
    assert refusal(repacked(parts)) == "file_is_hostile"


def test_endless_tags_are_refused_before_they_are_parsed(monkeypatch):
    monkeypatch.setattr(workbook_room, "MOST_TAGS", 10_000)
    row = b"<row>" + b"<c/>" * 10_000 + b"</row>"
    part = sheet_xml().replace(b"<sheetData>", b"<sheetData>" + row)
    assert refusal(repacked({"xl/worksheets/sheet1.xml": part})) == "file_is_hostile"


def test_entities_are_not_expanded():
    bomb = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "boom"><!ENTITY c "&b;&b;">]>'
    part = bomb + sheet_xml().split(b"?>", 1)[1].replace(b"</sheetData>", b"<row><c><v>&c;</v></c></row></sheetData>")
    assert refusal(repacked({"xl/worksheets/sheet1.xml": part})) == "file_is_damaged"


def test_files_outside_are_not_read():
    part = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><worksheet>&x;</worksheet>'
    assert refusal(repacked({"xl/worksheets/sheet1.xml": part})) == "file_is_damaged"


def test_broken_xml_inside_is_a_damaged_file():
    assert refusal(repacked({"xl/worksheets/sheet1.xml": sheet_xml()[:-40]})) == "file_is_damaged"


def test_links_to_other_files_and_macros_are_ignored():
    extra = {"xl/vbaProject.bin": b"Sub AutoOpen()", "xl/externalLinks/externalLink1.xml": b"<externalLink/>"}
    assert len(read(repacked(extra)).rows) == 1


def test_more_rows_than_any_register_has_are_refused():
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, list(SUPPORT_TITLES.values()))
        for row in range(1, MOST_ROWS + 1_000):
            sheet.write_row(row, 0, [row, 7, 7, 7, row, 7, 7, 7, 7])
    assert refusal(buffer.getvalue()) == "too_many_rows"


def test_a_formula_for_change_needs_no_saved_result():
    data = workbook({"Лист1": table(line(change="=H2-I2"))})
    reading = read(data)
    assert reading.rows[0].change == 10
    assert reading.rejected == [] and reading.warnings == []


def test_another_formula_without_a_saved_result_rejects_its_row():
    book = openpyxl.Workbook()
    for cells in table(line(entry="=10+10", change=None), line(number="18/2021", change=None)):
        book.active.append(cells)
    buffer = io.BytesIO()
    book.save(buffer)
    reading = read(buffer.getvalue())
    assert [(issue.column, issue.code) for issue in reading.rejected] == [
        ("число слабых сторон, вход", "formula_without_value")
    ]
    assert [row.number for row in reading.rows] == ["18/2021"]


def test_a_formula_with_a_saved_result_is_read():
    part = sheet_xml()
    saved = {
        "C2": b't="str"><f>"1"</f><v>\xd0\x983</v>',
        "D2": b't="str"><f>""</f><v></v>',
        "H2": b"><f>1</f><v>20</v>",
    }
    for place, content in saved.items():
        part = re.sub(rb'<c r="%b".*?</c>' % place.encode(), b'<c r="%b" %b</c>' % (place.encode(), content), part)
    reading = read(repacked({"xl/worksheets/sheet1.xml": part}))
    assert (reading.rows[0].entry, reading.rows[0].parent, reading.rows[0].children) == (20, "И3", ())


def test_a_stated_size_that_is_wrong_does_not_hide_rows():
    part = sheet_xml()
    start = part.index(b"<dimension")
    part = part[:start] + b'<dimension ref="A1"/>' + part[part.index(b"/>", start) + 2 :]
    assert len(read(repacked({"xl/worksheets/sheet1.xml": part})).rows) == 1


@given(st.binary(max_size=400) | st.binary(max_size=200).map(lambda tail: b"PK\x03\x04" + tail))
@settings(max_examples=150, deadline=None)
def test_no_bytes_break_the_reading(data):
    assert refusal(data)


@given(st.integers(0, len(GOOD_FILE) - 1), st.integers(1, 255))
@settings(max_examples=60, deadline=None)
def test_a_flipped_byte_is_read_or_refused(place, change):
    data = bytearray(GOOD_FILE)
    data[place] ^= change
    try:
        read(bytes(data))
    except Unreadable as caught:
        assert words.refusal(caught.note)
