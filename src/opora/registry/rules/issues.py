"""What is wrong or unusual, as data: a code with its particulars. The sentence is made in `words`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

SHOWN_LENGTH = 120


@dataclass(frozen=True, slots=True)
class Note:
    """A remark about one cell before its place in the workbook is known."""

    code: str
    params: Mapping[str, Any] = field(default_factory=dict)


class CellProblem(Exception):
    """The cell cannot be read; its row will be rejected for the reason in `note`."""

    def __init__(self, code: str, **params: Any) -> None:
        super().__init__(code)
        self.note = Note(code, params)


class Unreadable(Exception):
    """The file as a whole cannot be read; nothing of it is imported."""

    def __init__(self, code: str, **params: Any) -> None:
        super().__init__(code)
        self.note = Note(code, params)


@dataclass(frozen=True, slots=True)
class Issue:
    """A remark with its place: sheet, row (as the spreadsheet counts, from 1), column and printed value."""

    sheet: str
    row: int
    column: str
    letter: str
    value: str | None
    code: str
    params: Mapping[str, Any] = field(default_factory=dict)

    @property
    def place(self) -> tuple[int, int, str]:
        """For sorting within a sheet: from top to bottom, then from left to right (A … Z, AA …)."""
        return self.row, len(self.letter), self.letter


def printed(value: object) -> str | None:
    """A cell as a person would read it in the spreadsheet; long texts are cut, an empty cell is None."""
    if value is None:
        return None
    if isinstance(value, datetime | date):
        return value.strftime("%d.%m.%Y")
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        value = int(value)
    text = str(value).strip()
    return text if len(text) <= SHOWN_LENGTH else text[: SHOWN_LENGTH - 1] + "…"
