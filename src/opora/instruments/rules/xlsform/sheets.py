"""The sheets of an XLSForm workbook: rows by the names of their columns, and what our own sheet says beside them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from opora.instruments.rules.writing import without_nothing

KEPT, ASSUMED, LEFT = "kept", "assumed", "left"


@dataclass(frozen=True, slots=True)
class RowTold:
    """What becomes of a row of the workbook: kept, kept on an assumption that wants a look, or left out; and why."""

    sheet: str
    row: int
    name: str
    state: str
    sentence: str
    data: Mapping[str, object] = field(default_factory=dict)


@dataclass(slots=True)
class Line:
    """A row of a sheet by the names of its columns; `number` as the spreadsheet counts."""

    number: int
    cells: dict[str, str]

    def get(self, name: str) -> str:
        return self.cells.get(name, "")


def lines_of(rows: Sequence[tuple[int, Sequence[str]]]) -> list[Line]:
    """The rows below the first that names columns, each by those names; empty rows are passed over."""
    found: list[Line] = []
    heads: list[str] = []
    for number, cells in rows:
        said = [cell.strip() for cell in cells]
        if not any(said):
            continue
        if not heads:
            heads = [_column(one) for one in said]
            continue
        found.append(Line(number, {head: cell for head, cell in zip(heads, said, strict=False) if head and cell}))
    return found


def _column(head: str) -> str:
    """A column's name; of labels and hints with the language: label.ru, label.en."""
    name, _sep, language = head.partition("::")
    if not _sep and ":" in head:
        name, _sep, language = head.partition(":")
    name = name.strip().casefold()
    if name not in ("label", "hint"):
        return head.strip().casefold()
    said = language.strip().casefold()
    if not said or re.search(r"\(ru\)|\bru\b|рус|russian", said):
        return f"{name}.ru"
    return f"{name}.en" if re.search(r"\(en\)|\ben\b|англ|english", said) else f"{name}::{said}"


class OwnSheet:
    """What our own sheet says beside the three of the standard; empty where the workbook is another's."""

    def __init__(self, rows: Sequence[tuple[int, Sequence[str]]]) -> None:
        self.head: dict[str, str] = {}
        self.answers: dict[str, list[str]] = {}
        self.sections: dict[str, tuple[str, str]] = {}
        self.items: dict[str, dict[str, str]] = {}
        columns: list[str] = []
        for _place, row in rows:
            cells = [*map(str.strip, row), *[""] * 8]
            if cells[0] == "form":
                self.head[cells[1]] = cells[2]
            elif cells[0] == "answer":
                self.answers[cells[1]] = cells[2:8]
            elif cells[0] == "section":
                self.sections[cells[1]] = (cells[2], cells[3])
            elif cells[0] == "items":
                columns = cells[1:]
            elif cells[0] == "item" and columns:
                item = dict(zip(columns, cells[1:], strict=False))
                self.items[item.get("name", "")] = item


def number_in(said: str) -> int | None:
    return int(float(said)) if re.fullmatch(r"-?\d+(\.0+)?", said) else None


def text_in(ru: str, en: str) -> dict[str, str]:
    """Words in two languages; English that only repeats the Russian was never written."""
    if not ru:
        ru, en = en, ""
    return without_nothing({"ru": ru, "en": "" if en == ru else en})
