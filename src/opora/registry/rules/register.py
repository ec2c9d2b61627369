"""What a register says: its rows as values, with their place in the workbook."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from opora.cases.rules.numbers import number_key
from opora.registry.rules.header import Column, Field, Layout
from opora.registry.rules.issues import Issue, printed
from opora.registry.rules.letters import department_key, letter_of


@lru_cache(maxsize=256)
def year_of(sheet: str) -> int | None:
    """The year a sheet is named by, if its name holds one year: «2021», «КЦ 2021 год»."""
    years = set(re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", sheet))
    return int(years.pop()) if len(years) == 1 else None


@dataclass(frozen=True, slots=True)
class RejectedRow:
    """A row that cannot be taken, with its cells as printed."""

    sheet: str
    row: int
    cells: Mapping[Field, str | None]

    @property
    def key(self) -> tuple[str, str] | None:
        """Department and number in one spelling each, when both stand in the row."""
        department, number = self.cells.get(Field.DEPARTMENT), self.cells.get(Field.NUMBER)
        return (department_key(department), number_key(number)) if department and number else None

    @property
    def year(self) -> int | None:
        """The year by which its number counts, if anything in the row or its sheet says it."""
        opened = re.search(r"(?:19|20)\d\d", self.cells.get(Field.OPENED) or "")
        return year_of(self.sheet) or (int(opened[0]) if opened else None)


@dataclass(frozen=True, slots=True)
class RegistryRow:
    """One case as the register tells it (S3-77, S3-78), with its place in the workbook."""

    sheet: str
    row: int
    layout: Layout
    department: str
    parent: str
    children: tuple[str, ...]
    number: str
    opened_on: date
    closed_on: date | None = None
    extended_to: date | None = None
    followed_up_on: date | None = None
    entry: int | None = None
    exit: int | None = None
    columns: Mapping[Field, Column] = field(default_factory=dict, compare=False, repr=False)
    # Codes that were written with Ё, in the spelling with Е that codes have here.
    yo: tuple[str, ...] = field(default=(), compare=False)

    @property
    def key(self) -> tuple[str, str]:
        """What makes a case one and the same: department and number, each in one spelling."""
        return department_key(self.department), number_key(self.number)

    @property
    def year(self) -> int:
        """The year by which numbers count that begin anew each year: the sheet's, else that of the opening."""
        return year_of(self.sheet) or self.opened_on.year

    @property
    def change(self) -> int | None:
        """Динамика: entry minus exit, positive when things got better (S3-86)."""
        return None if self.entry is None or self.exit is None else self.entry - self.exit

    @property
    def says(self) -> tuple[object, ...]:
        """Everything the row says about the case, without its place."""
        return (
            self.parent,
            self.children,
            self.opened_on,
            self.closed_on,
            self.extended_to,
            self.followed_up_on,
            self.entry,
            self.exit,
        )

    def shown(self, name: Field) -> str | None:
        """What the row says in a column, as a person would write it; codes with Ё as they were written."""
        value = getattr(self, name)
        if self.yo and name in (Field.PARENT, Field.CHILDREN):
            codes = value if isinstance(value, tuple) else (value,)
            value = tuple(f"Ё{code[1:]}" if code in self.yo else code for code in codes)
        return printed(", ".join(value) if isinstance(value, tuple) else value)

    def issue(self, name: Field, code: str, **params: object) -> Issue:
        """A remark about a cell of this row."""
        column = self.columns.get(name)
        title, letter = (column.title, letter_of(column.index)) if column else ("", "")
        return Issue(self.sheet, self.row, title, letter, self.shown(name), code, params)

    def rejection(self, name: Field, code: str, **params: object) -> tuple[Issue, RejectedRow]:
        """The remark with which a row is set aside that could be read but cannot be taken, and what stood in it."""
        cells = {column: self.shown(column) for column in self.columns}
        return self.issue(name, code, **params), RejectedRow(self.sheet, self.row, cells)


@dataclass(frozen=True, slots=True)
class RowReading:
    """What came of one row: what it says or, if something in it was rejected, its cells; and every remark."""

    row: RegistryRow | None
    rejected: tuple[Issue, ...]
    warnings: tuple[Issue, ...]
    rejected_row: RejectedRow | None = None
