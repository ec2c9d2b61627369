"""Workbooks of an old Excel (.xls), written record by record for tests: texts, numbers, days, formulas, errors."""

import struct
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

Merged = tuple[int, int, int, int]
_BLOCK = 512
_DAY, _PLAIN = 1, 0
_FREE, _LAST, _TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


@dataclass(frozen=True)
class Calculated:
    """A cell with a formula; `ways` say how the program that saved it treats its result."""

    shown: Any
    ways: int = 0


@dataclass(frozen=True)
class Error:
    """A cell that shows an error, by its number: 0x17 is #REF!"""

    code: int = 0x17


def old_workbook(
    sheets: Mapping[str, Sequence[Sequence[Any]]],
    *,
    merged: Iterable[Merged] = (),
    from_1904: bool = False,
    hidden: Iterable[str] = (),
    has_password: bool = False,
) -> bytes:
    """The file; `merged` (rows and columns from 0) are those of every sheet."""
    parts = [_sheet(rows, merged, date(1904, 1, 1) if from_1904 else date(1899, 12, 30)) for rows in sheets.values()]
    places = [0] * len(parts)
    for _turn in range(2):
        top = _globals(list(sheets), places, from_1904=from_1904, hidden=set(hidden), has_password=has_password)
        places = [len(top) + sum(map(len, parts[:number])) for number in range(len(parts))]
    return _folder(top + b"".join(parts))


def _record(kind: int, *parts: bytes) -> bytes:
    body = b"".join(parts)
    return struct.pack("<HH", kind, len(body)) + body


def _text(text: str, length: str) -> bytes:
    return struct.pack(f"<{length}B", len(text), 1) + text.encode("utf-16-le")


def _begin(of: int) -> bytes:
    return _record(0x809, struct.pack("<HHHHII", 0x600, of, 0, 0, 0, 0))


def _globals(
    names: Sequence[str], places: Sequence[int], *, from_1904: bool, hidden: set[str], has_password: bool
) -> bytes:
    return b"".join(
        [
            _begin(5),
            _record(0x2F, bytes(6)) if has_password else b"",
            _record(0x22, struct.pack("<H", from_1904)),
            _record(0x31, struct.pack("<HHHHHBBBB", 200, 0, 0x7FFF, 400, 0, 0, 0, 0, 0), _text("Arial", "B")),
            _record(0x41E, struct.pack("<H", 164), _text("dd.mm.yyyy", "H")),
            _record(0xE0, struct.pack("<HH", 0, 0), bytes(16)),
            _record(0xE0, struct.pack("<HH", 0, 164), bytes(16)),
            *(
                _record(0x85, struct.pack("<IBB", place, name in hidden, 0), _text(name, "B"))
                for name, place in zip(names, places, strict=True)
            ),
            _record(0x0A),
        ]
    )


def _sheet(rows: Sequence[Sequence[Any]], merged: Iterable[Merged], epoch: date) -> bytes:
    cells = [
        _cell(struct.pack("<HH", number, place), value, epoch)
        for number, row in enumerate(rows)
        for place, value in enumerate(row)
        if value is not None
    ]
    frames = [struct.pack("<HHHH", *frame) for frame in merged]
    return b"".join([_begin(16), *cells, _record(0xE5, struct.pack("<H", len(frames)), *frames), _record(0x0A)])


def _cell(place: bytes, value: Any, epoch: date) -> bytes:
    plain, day = (place + struct.pack("<H", style) for style in (_PLAIN, _DAY))
    if isinstance(value, Calculated):
        return _formula(plain, value)
    if isinstance(value, Error):
        return _record(0x205, plain, struct.pack("<BB", value.code, 1))
    if isinstance(value, datetime):
        seconds = (value - datetime(epoch.year, epoch.month, epoch.day)).total_seconds()
        return _record(0x203, day, struct.pack("<d", seconds / 86400))
    if isinstance(value, date):
        return _record(0x203, day, struct.pack("<d", (value - epoch).days))
    if isinstance(value, int | float):
        return _record(0x203, plain, struct.pack("<d", value))
    return _record(0x204, plain, _text(str(value), "H"))


def _formula(place: bytes, formula: Calculated) -> bytes:
    """One that refers to nothing: only its result is read."""
    shown, after = formula.shown, b""
    if isinstance(shown, str):
        result, after = struct.pack("<BBBBBBH", 0, 0, 0, 0, 0, 0, 0xFFFF), _record(0x207, _text(shown, "H"))
    elif isinstance(shown, Error):
        result = struct.pack("<BBBBBBH", 2, 0, shown.code, 0, 0, 0, 0xFFFF)
    else:
        result = struct.pack("<d", shown)
    return _record(0x06, place, result, struct.pack("<HI", formula.ways, 0), struct.pack("<HBH", 3, 0x1E, 1)) + after


def _folder(stream: bytes) -> bytes:
    """The compound file in which the records lie as its one stream."""
    stream = stream.ljust(4096, b"\0")
    blocks = -(-len(stream) // _BLOCK)
    tables = 1
    while tables * (_BLOCK // 4) < blocks + 1 + tables:
        tables += 1
    chain = [*range(1, blocks), _LAST, _LAST, *[_TABLE] * tables]
    chain += [_FREE] * (tables * (_BLOCK // 4) - len(chain))
    head = struct.pack("<8s16sHHHHHHIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", bytes(16), 0x3E, 3, 0xFFFE,
                       9, 6, 0, 0, 0, tables, blocks, 0, 4096, _LAST, 0, _LAST)  # fmt: skip
    head += struct.pack("<I", 0)
    places = [blocks + 1 + number for number in range(tables)]
    head += struct.pack("<109I", *places, *[_FREE] * (109 - tables))
    root = _entry("Root Entry", kind=5, child=1, first=_LAST, size=0)
    book = _entry("Workbook", kind=2, child=_FREE, first=0, size=len(stream))
    table = struct.pack(f"<{len(chain)}I", *chain)
    return head + stream.ljust(blocks * _BLOCK, b"\0") + (root + book).ljust(_BLOCK, b"\0") + table


def _entry(name: str, *, kind: int, child: int, first: int, size: int) -> bytes:
    letters = name.encode("utf-16-le") + b"\0\0"
    return letters.ljust(64, b"\0") + struct.pack(
        "<HBBIII16sIQQIII", len(letters), kind, 1, _FREE, _FREE, child, bytes(16), 0, 0, 0, first, size, 0
    )
