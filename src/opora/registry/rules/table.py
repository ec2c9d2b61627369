"""Reading whole sheets: find the tables, read their rows, and see that no case number stands twice."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain

from opora.registry.rules.cells import WINDOWS_EPOCH, Cell, is_blank
from opora.registry.rules.header import Column, Field, Header, read_header, read_two_row_header
from opora.registry.rules.issues import Issue, Unreadable, printed
from opora.registry.rules.register import RegistryRow, RejectedRow, RowReading, letter_of
from opora.registry.rules.rows import is_empty_row, is_total_row, read_row, remark_in

# How many filled rows of a sheet may stand above its header.
HEADER_WITHIN = 30
MOST_ROWS = 50_000


@dataclass(frozen=True)
class Sheet:
    """One sheet: its name, its filled rows as (number from 1, cells), and the day from which serials count."""

    name: str
    rows: Iterable[tuple[int, Sequence[Cell]]]
    epoch: date = WINDOWS_EPOCH


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


@dataclass
class Reading:
    """All that a workbook says: good rows, rejections, warnings, and the sheets that hold no such table."""

    rows: list[RegistryRow] = field(default_factory=list)
    rejected: list[Issue] = field(default_factory=list)
    warnings: list[Issue] = field(default_factory=list)
    sheets: list[str] = field(default_factory=list)
    skipped_sheets: list[str] = field(default_factory=list)
    seen_rows: int = 0
    rejected_rows: list[RejectedRow] = field(default_factory=list)

    def take(self, reading: RowReading) -> None:
        """Add what came of one row."""
        if reading.row is not None:
            self.rows.append(reading.row)
        if reading.rejected_row is not None:
            self.rejected_rows.append(reading.rejected_row)
        self.rejected.extend(reading.rejected)
        self.warnings.extend(reading.warnings)


def read_registry(sheets: Sequence[Sheet], *, on: date, most_rows: int = MOST_ROWS) -> Reading:
    """Read every table of a workbook.

    `on` is today. Raises Unreadable when no sheet has a table («no_table», «columns_missing») or the tables
    have more than `most_rows` rows («too_many_rows»). Sources: S3-77 to S3-86.
    """
    reading = Reading()
    gaps: list[Gap] = []
    for sheet in sheets:
        _read_sheet(sheet, reading, gaps, on, most_rows)
    if not reading.sheets:
        if gaps:
            raise Unreadable("columns_missing", sheet=gaps[0].issue.sheet, **gaps[0].issue.params)
        raise Unreadable("no_table", within=HEADER_WITHIN)
    reading.rejected.extend(gap.issue for gap in gaps if gap.names_cases)
    _reject_repeated(reading)
    order = {name: place for place, name in enumerate(sheet.name for sheet in sheets)}
    for issues in (reading.rejected, reading.warnings):
        issues.sort(key=lambda issue: (order[issue.sheet], issue.place))
    return reading


def _read_sheet(sheet: Sheet, reading: Reading, gaps: list[Gap], on: date, most_rows: int) -> None:
    rows = iter(sheet.rows)
    found = _find_header(sheet, rows, gaps)
    if found is None:
        reading.skipped_sheets.append(sheet.name)
        return
    at, header, waiting = found
    reading.sheets.append(sheet.name)
    _remark_on_header(sheet.name, at, header, reading)
    department = ""
    for number, cells in chain(waiting, rows):
        if is_empty_row(cells, header) or is_total_row(cells, header):
            continue
        again = _header_again(cells)
        if again is not None:
            header, department = again, ""
            continue
        if (remark := remark_in(cells, header)) is not None:
            reading.warnings.append(_passed_over(sheet.name, number, cells, header.columns[remark]))
            continue
        reading.seen_rows += 1
        if reading.seen_rows > most_rows:
            raise Unreadable("too_many_rows", most=most_rows)
        result = read_row(sheet.name, number, cells, header, on=on, epoch=sheet.epoch, department_above=department)
        if result.row is not None:
            department = result.row.department
        reading.take(result)


def _passed_over(sheet: str, row: int, cells: Sequence[Cell], column: Column) -> Issue:
    return Issue(sheet, row, column.title, letter_of(column.index), printed(cells[column.index]), "row_of_words")


def _find_header(
    sheet: Sheet, rows: Iterator[tuple[int, Sequence[Cell]]], gaps: list[Gap]
) -> tuple[int, Header, list[tuple[int, Sequence[Cell]]]] | None:
    """The first complete header of a sheet, and the rows already taken that come after it."""
    upper: tuple[int, Sequence[Cell], Header] | None = None
    nearly: tuple[int, Header] | None = None
    seen = 0
    for number, cells in rows:
        if all(is_blank(cell) for cell in cells):
            continue
        header = read_header(cells)
        if header is not None and not header.missing:
            return number, header, []
        if upper is not None:
            both = read_two_row_header(upper[1], cells)
            if both is not None and not both.missing:
                return number, both, []
        upper = (number, cells, header) if header is not None else None
        if header is not None and (nearly is None or len(header.missing) < len(nearly[1].missing)):
            nearly = number, header
        seen += 1
        if seen >= HEADER_WITHIN:
            break
    if nearly is not None:
        gaps.append(Gap.of(sheet.name, *nearly))
    return None


def _header_again(cells: Sequence[Cell]) -> Header | None:
    """A complete header further down: the second table of a sheet, or the header repeated on a new page."""
    filled = [cell for cell in cells if cell is not None]
    if len(filled) < len(Field) // 2 or not all(isinstance(cell, str) for cell in filled):
        return None
    header = read_header(cells)
    return header if header is not None and not header.missing else None


def _remark_on_header(sheet: str, row: int, header: Header, reading: Reading) -> None:
    for gap in header.unexpected_gaps:
        reading.warnings.append(Issue(sheet, row, "", "", None, "column_not_found", {"missing": (str(gap),)}))
    for name, column in header.doubled:
        letter = letter_of(column.index)
        params = {"read": header.columns[name].title, "letter": letter_of(header.columns[name].index)}
        reading.warnings.append(Issue(sheet, row, column.title, letter, printed(column.title), "column_twice", params))


def _reject_repeated(reading: Reading) -> None:
    """A number may stand once per department.

    The same row written twice is taken once; rows that differ are all set aside, for nobody but the
    organization can say which of them is right. A row that cannot be taken counts as one that differs.
    """
    by_key: dict[tuple[str, str], list[RegistryRow]] = {}
    for row in reading.rows:
        by_key.setdefault(row.key, []).append(row)
    broken = {key: row for row in reading.rejected_rows if (key := row.key) is not None}
    set_aside: set[int] = set()
    for key, rows in by_key.items():
        bad = broken.get(key)
        if len(rows) == 1 and bad is None:
            continue
        alike = bad is None and all(row.says == rows[0].says for row in rows)
        for row in rows[1:] if alike else rows:
            other = bad or (rows[0] if row is not rows[0] else rows[1])
            place = {"sheet": other.sheet, "row": other.row}
            issue, left_out = row.rejection(
                Field.NUMBER, "number_twice", alike=alike, department=row.department, **place
            )
            reading.rejected.append(issue)
            reading.rejected_rows.append(left_out)
            set_aside.add(id(row))
    reading.rows = [row for row in reading.rows if id(row) not in set_aside]
