"""LibreOffice spreadsheets are read like the others: repeated cells, merged cells, notes, errors, far corners."""

import io
import zipfile
from datetime import date
from xml.sax.saxutils import escape

import pytest

from opora.registry.rules.issues import Unreadable
from opora.registry.rules.table import read_registry
from opora.registry.tests.workbooks import SUPPORT_TITLES, line
from opora.registry.workbook import open_sheets

TODAY = date(2026, 11, 24)
_SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
)
NOTE = "<office:annotation><text:p>С99</text:p></office:annotation>"


def cell(value, more="", inside=""):
    if value is None:
        return f"<table:table-cell {more}/>"
    if isinstance(value, date):
        kind, shown = f'office:value-type="date" office:date-value="{value}"', f"{value:%d.%m.%y}"
    elif isinstance(value, int):
        kind, shown = f'office:value-type="float" office:value="{value}"', value
    else:
        kind, shown = 'office:value-type="string"', escape(value)
    return f"<table:table-cell {kind} {more}>{inside}<text:p>{shown}</text:p></table:table-cell>"


def row(*cells, more=""):
    return f"<table:table-row {more}>{''.join(cells)}</table:table-row>"


def rows_of(*lines):
    return [row(*map(cell, SUPPORT_TITLES.values())), *(row(*map(cell, values)) for values in lines)]


def book(*rows, manifest="", settings=""):
    content = f'<?xml version="1.0"?><office:document-content {_SPACES}><office:body><office:spreadsheet>'
    content += settings + f'<table:table table:name="Лист1">{"".join(rows)}</table:table>'
    content += "</office:spreadsheet></office:body></office:document-content>"
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", f"<manifest>{manifest}</manifest>")
    return memory.getvalue()


def read(data):
    return read_registry(open_sheets(data), on=TODAY)


def test_a_register_is_read_with_its_days_and_numbers():
    reading = read(
        book(*rows_of(line(), line(number="18/2021лд", parent="К1", children="К2", closed_on=None, exit=None)))
    )
    assert reading.rejected == []
    assert [(one.row, one.number, one.opened_on, one.closed_on, one.entry, one.exit) for one in reading.rows] == [
        (2, "17/2021лд", date(2021, 6, 18), date(2022, 9, 18), 20, 10),
        (3, "18/2021лд", date(2021, 6, 18), None, 20, None),
    ]


def test_serials_count_from_the_day_that_the_workbook_says():
    """So that a day that lost its format stays that day when an old Mac's workbook is saved by LibreOffice."""
    settings = (
        '<table:calculation-settings><table:null-date table:date-value="1904-01-01"/></table:calculation-settings>'
    )
    bare = (date(2021, 6, 18) - date(1904, 1, 1)).days
    row = read(book(*rows_of(line(opened_on=bare)), settings=settings)).rows[0]
    assert (row.opened_on, row.closed_on) == (date(2021, 6, 18), date(2022, 9, 18))


def test_a_slip_in_a_year_is_asked_about_and_hinders_no_other_row():
    slipped = cell(date(2021, 6, 18)).replace("2021-06-18", "20213-06-18").replace("18.06.21", "18.06.20213")
    values = [cell(value) for value in line(number="18/2021лд", parent="К1", children="К2")]
    values[5] = slipped
    reading = read(book(*rows_of(line()), row(*values)))
    assert [one.number for one in reading.rows] == ["17/2021лд"]
    assert [(issue.row, issue.code) for issue in reading.rejected][:1] == [(3, "not_a_day")]


def test_a_range_to_the_last_row_and_column_costs_nothing():
    far = [
        row(cell(None, 'table:number-columns-repeated="16384"'), more='table:number-rows-repeated="1048570"'),
        row(cell(None, 'table:number-columns-repeated="16383"'), cell(" ")),
    ]
    assert [one.number for one in read(book(*rows_of(line()), *far)).rows] == ["17/2021лд"]


def test_children_beneath_a_merged_parent_and_notes_beside_cells():
    values = line()
    first = [cell(value, 'table:number-rows-spanned="2"' if at == 2 else "") for at, value in enumerate(values)]
    first[3] = cell("С24", inside=NOTE)
    below = [cell(None), cell(None), "<table:covered-table-cell/>", cell("С25")]
    reading = read(book(*rows_of(), row(*first), row(*below)))
    assert reading.rows[0].children == ("С24", "С25")


def test_an_error_in_a_cell_is_no_empty_cell():
    values = [cell(value) for value in line(change=None)]
    values[8] = (
        '<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="" '
        'calcext:value-type="error"><text:p>#ССЫЛ!</text:p></table:table-cell>'
    )
    data = book(*rows_of(), row(*values))
    reading = read(data)
    assert [issue.code for issue in reading.rejected] == ["cell_shows_error"]


def test_a_repeated_row_without_end_is_refused():
    endless = row(*map(cell, line()), more='table:number-rows-repeated="1000000"')
    with pytest.raises(Unreadable) as caught:
        read(book(*rows_of(), endless))
    assert caught.value.note.code == "too_many_rows"


def test_a_file_with_a_password_says_so():
    with pytest.raises(Unreadable) as caught:
        read(book(*rows_of(), manifest="<encryption-data/>"))
    assert caught.value.note.code == "file_has_password"
