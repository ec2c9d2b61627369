"""Reading whole sheets: find the tables, read their rows, and see that no case number stands twice."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from opora.registry.rules.cells import WINDOWS_EPOCH, Cell, is_blank
from opora.registry.rules.choices import Candidate, Choices, ColumnsUnclear, Question, asked_once
from opora.registry.rules.finding import HEADER_WITHIN, Found, Row, Rows, first_header, is_column_numbers, next_header
from opora.registry.rules.header import NOTHING_CHOSEN, Column, Field, Header
from opora.registry.rules.issues import Issue, Note, Unreadable, printed
from opora.registry.rules.kinds_of_rows import (
    department_named,
    has_other_words,
    heading_of,
    is_empty_row,
    is_total_row,
    more_children,
    remark_in,
)
from opora.registry.rules.read import Reading
from opora.registry.rules.repeated import reject_repeated
from opora.registry.rules.rows import read_row

MOST_ROWS = 50_000
# A question shows what stands in so many of its columns' cells, looked for in so many rows.
SAMPLES = 3
SAMPLES_WITHIN = 40
# No family fills more rows than this; a taller merged cell is a frame around the table.
TALLEST_MERGED = 100

Merged = tuple[int, int, int, int]
"""Cells shown as one: the first and last row (from 1), the first and last column (from 0)."""


@dataclass(frozen=True)
class Sheet:
    """One sheet: its name, its filled rows as (number from 1, cells), and the day from which serials count."""

    name: str
    rows: Iterable[tuple[int, Sequence[Cell]]]
    epoch: date = WINDOWS_EPOCH
    merged: tuple[Merged, ...] = ()


@dataclass(frozen=True)
class Gap:
    """A sheet whose header lacks a required column.

    `names_cases` tells a register with a slip in its header from a summary that merely uses the same words.
    """

    issue: Issue
    names_cases: bool

    @classmethod
    def of(cls, sheet: str, row: int, header: Header) -> "Gap":
        """The gap in a header found in a row of a sheet."""
        missing = tuple(str(field) for field in header.missing)
        issue = Issue(sheet, row, "", "", None, "columns_missing", {"missing": missing})
        return cls(issue, bool({Field.PARENT, Field.NUMBER} & header.columns.keys()))


def read_registry(
    sheets: Sequence[Sheet], *, on: date, most_rows: int = MOST_ROWS, choices: Choices = NOTHING_CHOSEN
) -> Reading:
    """Read every table of a workbook.

    `on` is today; `choices` say what titles mean. Raises Unreadable when no sheet has a table («no_table»,
    «columns_missing») or the tables have more than `most_rows` rows («too_many_rows»), and ColumnsUnclear when
    somebody must say which column is meant. Sources: S3-77 to S3-86.
    """
    reading = Reading()
    gaps: list[Gap] = []
    questions: list[Question] = []
    for sheet in sheets:
        _SheetReader(sheet, reading, on, most_rows, choices).read(gaps, questions)
    if questions:
        raise ColumnsUnclear(asked_once(questions))
    if not reading.sheets:
        if gaps:
            raise Unreadable("columns_missing", sheet=gaps[0].issue.sheet, **gaps[0].issue.params)
        raise Unreadable("no_table", within=HEADER_WITHIN)
    reading.rejected.extend(gap.issue for gap in gaps if gap.names_cases)
    reject_repeated(reading)
    order = {name: place for place, name in enumerate(sheet.name for sheet in sheets)}
    for issues in (reading.rejected, reading.warnings):
        issues.sort(key=lambda issue: (order[issue.sheet], issue.place))
    return reading


class _SheetReader:
    """Goes down a sheet, one table after the other, and keeps in mind what stands above the row it is at."""

    def __init__(self, sheet: Sheet, reading: Reading, on: date, most_rows: int, choices: Choices) -> None:
        self.sheet, self.reading, self.on, self.most_rows, self.choices = sheet, reading, on, most_rows, choices
        self.rows = Rows(iter(sheet.rows))
        self.department = self.heading = ""
        self.said_before: dict[Any, Any] = {}
        self.parent: tuple[int, Cell] = (0, None)
        self.pending: Row | None = None
        self.below: list[str] = []

    def read(self, gaps: list[Gap], questions: list[Question]) -> None:
        found, nearly = first_header(self.rows, self.choices)
        if found is None:
            self.reading.skipped_sheets.append(self.sheet.name)
            if nearly is not None:
                gaps.append(Gap.of(self.sheet.name, nearly.at, nearly.header))
            return
        self.reading.sheets.append(self.sheet.name)
        _remark_on_header(self.sheet.name, found.at, found.header, self.reading)
        while found is not None:
            if found.header.unclear:
                questions.extend(self._questions(found.header))
                return
            self.heading = found.heading or self.heading
            self._begin(found.header)
            found = self._read_table()

    def _begin(self, header: Header) -> None:
        # A heading above a table speaks of its rows, also where each page begins with the header anew.
        self.header, self.department, self.parent = header, self.heading, (0, None)
        self.reading.headers.append(header)
        self.merged = _merged_above(self.sheet.merged, header.columns[Field.PARENT].index)

    def _read_table(self) -> Found | None:
        """Read rows up to the next header, which is given."""
        while (again := next_header(self.rows, self.choices, self.heading)) is None:
            row = self.rows.take()
            if row is None:
                self._finish()
                return None
            self._take(row)
        self._finish()
        return again

    def _take(self, row: Row) -> None:
        cells = row[1]
        if is_column_numbers(cells):
            return
        if (department := department_named(cells)) is not None:
            self._head(department)
            return
        if is_empty_row(cells, self.header):
            if (department := heading_of(cells, self.header)) is not None:
                self._head(department)
            return
        if self.pending is not None and more_children(cells, self.pending[1], self.header):
            self.below.append(str(cells[self.header.columns[Field.CHILDREN].index]))
            return
        self._finish()
        if is_total_row(cells, self.header):
            if has_other_words(cells, self.header):
                self._pass_over(row, next(i for i, cell in enumerate(cells) if isinstance(cell, str)))
        elif (remark := remark_in(cells, self.header)) is not None:
            self._pass_over(row, self.header.columns[remark].index)
        else:
            self.pending = row
            if Field.DEPARTMENT in self.header.columns:
                # Of rows that may name a department themselves a heading speaks only as far as the next header.
                self.heading = ""

    def _head(self, department: str) -> None:
        self._finish()
        self.department = self.heading = department

    def _pass_over(self, row: Row, index: int) -> None:
        number, cells = row
        column = next((one for one in self.header.columns.values() if one.index == index), Column(index, ""))
        self.reading.warnings.append(
            Issue(self.sheet.name, number, column.title, column.letter, printed(cells[index]), "row_of_words")
        )

    def _finish(self) -> None:
        """Read the row that waited for the children beneath it."""
        if self.pending is None:
            return
        number, cells = self.pending
        self.reading.seen_rows += 1
        if self.reading.seen_rows > self.most_rows:
            raise Unreadable("too_many_rows", most=self.most_rows)
        cells, notes = self._with_parent(number, cells)
        if self.below:
            cells, note = self._with_children(cells)
            notes.append((Field.CHILDREN, note))
        result = read_row(
            self.sheet.name,
            number,
            cells,
            self.header,
            on=self.on,
            epoch=self.sheet.epoch,
            department_above=self.department,
            notes=notes,
            said_before=self.said_before,
        )
        if result.row is not None:
            self.department = result.row.department
        self.reading.take(result)
        self.pending, self.below = None, []

    def _with_parent(self, number: int, cells: Sequence[Cell]) -> tuple[Sequence[Cell], list[tuple[Field, Note]]]:
        """The cells with the parent of the merged cell they stand beside."""
        index = self.header.columns[Field.PARENT].index
        parent = cells[index] if index < len(cells) else None
        if not is_blank(parent):
            self.parent = (number, parent)
        elif self.merged.get(number, 0) == self.parent[0] != 0:
            note = Note("parent_from_above", {"read": printed(self.parent[1])})
            return _put(cells, index, self.parent[1]), [(Field.PARENT, note)]
        return cells, []

    def _with_children(self, cells: Sequence[Cell]) -> tuple[Sequence[Cell], Note]:
        index = self.header.columns[Field.CHILDREN].index
        own = cells[index] if index < len(cells) else None
        named = [str(own)] if not is_blank(own) else []
        read = ", ".join([*named, *self.below])
        return _put(cells, index, read), Note("children_from_below", {"rows": len(self.below)})

    def _questions(self, header: Header) -> list[Question]:
        samples: dict[int, list[str]] = {column.index: [] for _name, columns in header.unclear for column in columns}
        for _place in range(SAMPLES_WITHIN):
            row = self.rows.take()
            if row is None:
                break
            if is_column_numbers(row[1]):
                continue
            for index, found in samples.items():
                value = printed(row[1][index]) if index < len(row[1]) else None
                if value and value not in found and len(found) < SAMPLES:
                    found.append(value)
        return [
            Question(
                name,
                (self.sheet.name,),
                tuple(Candidate(one.title, one.letter, tuple(samples[one.index])) for one in columns),
            )
            for name, columns in header.unclear
        ]


def _put(cells: Sequence[Cell], index: int, value: Cell) -> list[Cell]:
    wide = [*cells, *[None] * (index + 1 - len(cells))]
    wide[index] = value
    return wide


def _merged_above(merged: Iterable[Merged], column: int) -> dict[int, int]:
    """For the rows that a merged cell of a column covers, the row in which its value stands."""
    return {
        row: first
        for first, last, left, right in merged
        if left <= column <= right and last - first <= TALLEST_MERGED
        for row in range(first + 1, last + 1)
    }


def _remark_on_header(sheet: str, row: int, header: Header, reading: Reading) -> None:
    asked = {name for name, _columns in header.unclear}
    for gap in header.unexpected_gaps:
        if gap not in asked:
            reading.warnings.append(Issue(sheet, row, "", "", None, "column_not_found", {"missing": (str(gap),)}))
    for name, column in header.doubled:
        params = {"read": header.columns[name].title, "letter": header.columns[name].letter}
        issue = Issue(sheet, row, column.title, column.letter, printed(column.title), "column_twice", params)
        reading.warnings.append(issue)
    for name in sorted(header.chosen):
        column = header.columns[name]
        issue = Issue(sheet, row, column.title, column.letter, None, "column_as_chosen", {"missing": (str(name),)})
        reading.warnings.append(issue)
