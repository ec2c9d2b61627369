"""The sheets of a workbook of an old Excel (.xls, as it was saved until 2003), one at a time.

What its records say is understood by xlrd. Before xlrd reads a sheet, which it then keeps whole, the records are
looked through here once: how much the sheet holds, which cells are calculated and which are shown as one, all of
which xlrd would not tell.
"""

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from typing import Any

from opora.registry.ods import MOST_SHEETS
from opora.registry.rules.cells import EPOCHS, Cell, Failure, Formula
from opora.registry.rules.issues import Unreadable
from opora.registry.rules.table import Merged, Sheet
from opora.registry.xls_formulas import IMITATED, Origin
from opora.registry.xlsx import MOST_MERGED, moment

MOST_CELLS = 4_000_000
"""With the empty ones before the last of each row: some eighty columns of the longest register."""
WIDTH = 256

_BEGIN, _END, _PASSWORD, _SHEET, _MERGED = 0x809, 0x0A, 0x2F, 0x85, 0xE5
_FORMULA, _SEVERAL, _ENGINE = 0x06, 0xBD, 0x1C1
_CELLS = frozenset({_FORMULA, _SEVERAL, 0xD6, 0xFD, 0x203, 0x204, 0x205, 0x27E})

Record = tuple[int, int, int]


def open_xls(data: bytes) -> list[Sheet]:
    """The worksheets in their order, each read as its rows are asked for."""
    import xlrd
    from xlrd.compdoc import CompDoc

    folder = CompDoc(data, logfile=_Unheard())
    records = folder.get_named_stream("Workbook") or folder.get_named_stream("Book")
    if records is None:
        raise Unreadable("file_is_no_workbook")
    surveys = _surveys(records)
    book = xlrd.open_workbook(file_contents=records, logfile=_Unheard(), on_demand=True, ragged_rows=True)
    epoch = EPOCHS[1904 if book.datemode else 1900]
    return [
        Sheet(name, _rows(book, number, survey, epoch), epoch, tuple(survey.merged))
        for number, (name, survey) in enumerate(zip(book.sheet_names(), surveys, strict=True))
    ]


class _Unheard:
    """Where xlrd may remark on a file: what it says may hold what stands in a cell."""

    def write(self, _text: str) -> None:
        pass


@dataclass(slots=True)
class _Survey:
    """What the records of one sheet say beside its values. Cells are numbered row by row."""

    merged: list[Merged] = field(default_factory=list)
    calculated: set[int] = field(default_factory=set)
    to_come: set[int] = field(default_factory=set)


def _records(data: bytes, at: int, end: int) -> Iterator[Record]:
    """Kind, beginning and length of each record of a part, without the parts (charts) within it."""
    depth = 0
    while at + 4 <= end:
        kind, length = struct.unpack_from("<HH", data, at)
        at += 4
        if kind == _BEGIN:
            depth += 1
        elif kind == _END:
            depth -= 1
            if depth <= 0:
                return
        elif depth == 1:
            yield kind, at, length
        at += length
    # Parts that reach into one another would be gone through again and again.
    raise Unreadable("file_is_damaged")


def _surveys(data: bytes) -> list[_Survey]:
    """What there is beside the values of each worksheet, in their order."""
    places: list[int] = []
    sheets: list[int] = []
    calculates = False
    for kind, at, length in _records(data, 0, len(data)):
        if kind == _PASSWORD:
            raise Unreadable("file_has_password")
        calculates = calculates or kind == _ENGINE
        if kind == _SHEET and length >= 6:
            place, _shown, of_kind = struct.unpack_from("<IBB", data, at)
            places.append(place)
            if of_kind == 0:
                sheets.append(place)
    if len(places) > MOST_SHEETS or len(set(places)) < len(places):
        raise Unreadable("file_is_hostile")
    ends = dict(pairwise([*sorted(places), len(data)]))
    origin = Origin(struct.unpack_from("<HH", data, 8) == IMITATED, calculates)
    return [_survey(data, place, ends[place], origin) for place in sheets]


def _survey(data: bytes, place: int, until: int, origin: Origin) -> _Survey:
    found = _Survey()
    ends: dict[int, int] = {}
    for kind, at, length in _records(data, place, until):
        if kind in _CELLS and length >= 4:
            row, column = struct.unpack_from("<HH", data, at)
            last = struct.unpack_from("<H", data, at + length - 2)[0] if kind == _SEVERAL else column
            ends[row] = max(ends.get(row, 0), min(last, WIDTH - 1) + 1)
            if kind == _FORMULA and length >= 22:
                found.calculated.add(row * WIDTH + column)
                if origin.is_to_come(data[at + 6 : at + length]):
                    found.to_come.add(row * WIDTH + column)
        elif kind == _MERGED and length >= 2:
            for number in range(min((length - 2) // 8, MOST_MERGED - len(found.merged))):
                first, end, left, right = struct.unpack_from("<HHHH", data, at + 2 + 8 * number)
                found.merged.append((first + 1, end + 1, left, right))
    if sum(ends.values()) > MOST_CELLS:
        raise Unreadable("file_is_hostile")
    return found


def _rows(book: Any, number: int, survey: _Survey, epoch: date) -> Iterator[tuple[int, Sequence[Cell]]]:
    """Filled rows of one worksheet, which is let go afterwards."""
    sheet = book.sheet_by_index(number)
    try:
        for row in range(sheet.nrows):
            pairs = zip(sheet.row_types(row), sheet.row_values(row), strict=True)
            cells = tuple(_cell(survey, row * WIDTH + at, kind, value, epoch) for at, (kind, value) in enumerate(pairs))
            if any(cell is not None for cell in cells):
                yield row + 1, cells
    finally:
        book.unload_sheet(number)


def _cell(survey: _Survey, place: int, kind: int, value: Cell, epoch: date) -> Cell:
    shown = _value(kind, value, epoch)
    if place in survey.calculated:
        return Formula(shown, place not in survey.to_come)
    return shown


def _value(kind: int, value: Cell, epoch: date) -> Cell:
    import xlrd

    if kind in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK):
        return None
    if kind == xlrd.XL_CELL_ERROR:
        return Failure(xlrd.error_text_from_code.get(value, "#####"))
    if kind == xlrd.XL_CELL_BOOLEAN:
        return bool(value)
    if kind == xlrd.XL_CELL_TEXT:
        return value
    number = float(str(value))
    if kind == xlrd.XL_CELL_DATE:
        return moment(number, epoch)
    return int(number) if number.is_integer() and abs(number) < 1e15 else number
