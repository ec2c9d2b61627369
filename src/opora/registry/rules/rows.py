"""Reading one row of a register into what it says about a case, or into the reasons against it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

from opora.registry.rules.cells import (
    WINDOWS_EPOCH,
    Cell,
    Formula,
    Notes,
    is_blank,
    read_case_number,
    read_codes,
    read_count,
    read_day,
    read_name,
)
from opora.registry.rules.header import Field, Header
from opora.registry.rules.issues import CellProblem, Issue, Note, printed
from opora.registry.rules.kinds_of_rows import cell_of
from opora.registry.rules.register import RegistryRow, RejectedRow, RowReading

T = TypeVar("T")


class _Reader:
    """Collects the remarks of one row while its cells are read."""

    def __init__(self, sheet: str, row: int, cells: Sequence[Cell], header: Header) -> None:
        self.sheet, self.row, self.cells, self.header = sheet, row, cells, header
        self.rejected: list[Issue] = []
        self.warnings: list[Issue] = []

    def issue(self, field: Field, note: Note) -> Issue:
        column = self.header.columns.get(field)
        title, letter = (column.title, column.letter) if column else ("", "")
        return Issue(self.sheet, self.row, title, letter, printed(self.shown(field)), note.code, note.params)

    def shown(self, field: Field) -> Cell:
        value = cell_of(self.cells, self.header, field)
        return value.value if isinstance(value, Formula) else value

    def reject(self, field: Field, code: str, **params: object) -> None:
        self.rejected.append(self.issue(field, Note(code, params)))

    def warn(self, field: Field, code: str, **params: object) -> None:
        self.warnings.append(self.issue(field, Note(code, params)))

    def read(self, field: Field, reader: Callable[[Cell], tuple[T, Notes]], default: T) -> T:
        """What the field's cell means; `default` when it was rejected."""
        try:
            value, notes = reader(cell_of(self.cells, self.header, field))
        except CellProblem as problem:
            self.rejected.append(self.issue(field, problem.note))
            return default
        self.warnings.extend(self.issue(field, note) for note in notes)
        return value

    def failed(self, field: Field) -> bool:
        column = self.header.columns.get(field)
        return column is not None and any(issue.letter == column.letter for issue in self.rejected)


def read_row(
    sheet: str,
    number: int,
    cells: Sequence[Cell],
    header: Header,
    *,
    on: date,
    epoch: date = WINDOWS_EPOCH,
    department_above: str = "",
    notes: Sequence[tuple[Field, Note]] = (),
    said_before: dict[Any, Any] | None = None,
) -> RowReading:
    """Understand one row of a table.

    `number` is the row as the spreadsheet counts; `on` is today, after which nothing can have happened yet;
    `department_above` stands in for an empty department cell (a merged one reads as empty); `notes` say what was
    brought into the row from the rows around it. Departments and days stand in thousands of rows: each is held once, in
    `said_before`.
    """
    same = ({} if said_before is None else said_before).setdefault
    reader = _Reader(sheet, number, cells, header)
    reader.warnings.extend(reader.issue(field, note) for field, note in notes)
    days = {
        field: reader.read(field, lambda cell: read_day(cell, epoch=epoch), None)
        for field in (Field.OPENED, Field.CLOSED, Field.EXTENDED, Field.FOLLOWED_UP)
    }
    counts = {field: reader.read(field, read_count, None) for field in (Field.ENTRY, Field.EXIT)}
    parent, children = _people(reader)
    case_number = reader.read(Field.NUMBER, lambda cell: (read_case_number(cell), ()), "")
    department = _department(reader, department_above)
    if not case_number and not reader.failed(Field.NUMBER):
        reader.reject(Field.NUMBER, "no_case_number")
    _check_days(reader, days, on)
    followed_up = days[Field.FOLLOWED_UP]
    _check_counts(reader, counts, days)
    opened_on = days[Field.OPENED]
    if reader.rejected or opened_on is None:
        shown = {field: printed(reader.shown(field)) for field in header.columns}
        left_out = RejectedRow(sheet, number, shown)
        return RowReading(None, tuple(reader.rejected), tuple(reader.warnings), left_out)
    row = RegistryRow(
        sheet=sheet,
        row=number,
        layout=header.layout,
        department=same(department, department),
        parent=parent,
        children=children,
        number=case_number,
        opened_on=same(opened_on, opened_on),
        closed_on=same(days[Field.CLOSED], days[Field.CLOSED]),
        extended_to=days[Field.EXTENDED],
        followed_up_on=followed_up if followed_up and followed_up <= on else None,
        entry=counts[Field.ENTRY],
        exit=counts[Field.EXIT],
        columns=header.columns,
        yo=tuple(str(issue.params["read"]) for issue in reader.warnings if issue.code == "code_with_yo"),
    )
    return RowReading(row, (), tuple(reader.warnings))


def _people(reader: _Reader) -> tuple[str, tuple[str, ...]]:
    none: tuple[str, ...] = ()
    parents = reader.read(Field.PARENT, read_codes, none)
    children = reader.read(Field.CHILDREN, read_codes, none)
    parent = parents[0] if parents else ""
    if len(parents) > 1:
        reader.reject(Field.PARENT, "several_parents")
    elif not parents and not reader.failed(Field.PARENT):
        reader.reject(Field.PARENT, "no_parent_code")
    if parent and parent in children:
        reader.reject(Field.CHILDREN, "child_is_parent", found=parent)
    if not children and not reader.failed(Field.CHILDREN) and Field.CHILDREN in reader.header.columns:
        reader.warn(Field.CHILDREN, "no_child_code")
    return parent, children


def _department(reader: _Reader, above: str) -> str:
    department = reader.read(Field.DEPARTMENT, lambda cell: (read_name(cell), ()), "")
    if department or reader.failed(Field.DEPARTMENT):
        return department
    if above:
        reader.warn(Field.DEPARTMENT, "department_from_above", read=above)
    else:
        reader.reject(Field.DEPARTMENT, "no_department")
    return above


def _check_days(reader: _Reader, days: Mapping[Field, date | None], on: date) -> None:
    opened, closed = days[Field.OPENED], days[Field.CLOSED]
    extended, followed_up = days[Field.EXTENDED], days[Field.FOLLOWED_UP]
    if opened is None:
        if not reader.failed(Field.OPENED):
            reader.reject(Field.OPENED, "no_opening_day")
    elif opened > on:
        reader.reject(Field.OPENED, "day_in_future", day=opened, today=on)
    else:
        if closed and closed < opened:
            reader.reject(Field.CLOSED, "closed_before_opened", day=closed, opened=opened)
        if extended and extended < opened:
            reader.reject(Field.EXTENDED, "extended_before_opened", day=extended, opened=opened)
        if followed_up and followed_up < opened and not closed:
            reader.reject(Field.FOLLOWED_UP, "followed_up_before_opened", day=followed_up, opened=opened)
    if closed and closed > on:
        reader.reject(Field.CLOSED, "day_in_future", day=closed, today=on)
    _check_follow_up(reader, followed_up, closed, on)


def _check_follow_up(reader: _Reader, followed_up: date | None, closed: date | None, on: date) -> None:
    if followed_up is None or reader.failed(Field.FOLLOWED_UP) or reader.failed(Field.CLOSED):
        return
    if closed is None:
        reader.reject(Field.FOLLOWED_UP, "followed_up_but_open", day=followed_up)
    elif followed_up < closed:
        reader.reject(Field.FOLLOWED_UP, "followed_up_before_closed", day=followed_up, closed=closed)
    elif followed_up > on:
        # A register may hold the day that is planned; nothing has happened yet, and Opora plans it itself.
        reader.warn(Field.FOLLOWED_UP, "follow_up_is_planned", day=followed_up)


def _check_counts(reader: _Reader, counts: Mapping[Field, int | None], days: Mapping[Field, date | None]) -> None:
    entry, exit_count = counts[Field.ENTRY], counts[Field.EXIT]
    if entry is None and not reader.failed(Field.ENTRY):
        reader.warn(Field.ENTRY, "no_entry_count")
    if exit_count is not None and days[Field.CLOSED] is None and not reader.failed(Field.CLOSED):
        reader.reject(Field.EXIT, "exit_but_open")
    if entry is None or exit_count is None:
        return
    written = cell_of(reader.cells, reader.header, Field.CHANGE)
    if isinstance(written, Formula) or is_blank(written):
        return
    if _as_number(written) != entry - exit_count:
        reader.warn(Field.CHANGE, "change_differs", entry=entry, exit=exit_count, read=entry - exit_count)


def _as_number(value: Cell) -> float | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return value
    try:
        return float(str(value).replace(" ", "").replace("\xa0", "").replace(",", ".").replace("−", "-"))
    except ValueError:
        return None
