"""What the import would do with each row: a new case, a changed one, an unchanged one, or nothing at all."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from opora.registry.rules.header import Field, Header
from opora.registry.rules.issues import Issue
from opora.registry.rules.register import RegistryRow, RejectedRow


class Status(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Recorded:
    """A case as it is recorded, in the words of a register."""

    case_id: int
    number: str
    program: str
    parent: str
    children: tuple[str, ...]
    opened_on: date
    closed_on: date | None = None
    extended_to: date | None = None
    followed_up_on: date | None = None
    entry: int | None = None
    exit: int | None = None
    # Opened here and not by an import: a register never changes such a case.
    lived: bool = False
    # Points whose form was filled in item by item; a bare total never replaces it.
    itemized: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Change:
    """A value that the import would change, as printed before and after."""

    field: str
    before: object
    after: object


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """A row with what would become of it."""

    row: RegistryRow
    status: Status
    program_id: int
    program: str
    has_stay: bool
    department_id: int | None
    case_id: int | None = None
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class NewDepartment:
    """A department that the import would add."""

    name: str
    number_pattern: str
    program_id: int


@dataclass
class Plan:
    """All that an import would do.

    `asks_program` when rows' departments do not say their program; `emptied` counts the recorded values whose cell is
    empty now; `headers` are those that were read.
    """

    rows: list[PlannedRow] = field(default_factory=list)
    rejected: list[Issue] = field(default_factory=list)
    rejected_rows: list[RejectedRow] = field(default_factory=list)
    warnings: list[Issue] = field(default_factory=list)
    sheets: list[str] = field(default_factory=list)
    skipped_sheets: list[str] = field(default_factory=list)
    new_departments: dict[str, NewDepartment] = field(default_factory=dict)
    asks_program: bool = False
    emptied: int = 0
    headers: list[Header] = field(default_factory=list)

    def count(self, status: Status) -> int:
        """How many rows have this lot; of rejected ones the rows, not the remarks."""
        if status is Status.REJECTED:
            return len({(row.sheet, row.row) for row in self.rejected_rows})
        return sum(row.status is status for row in self.rows)


_COMPARED = (
    Field.NUMBER,
    Field.PARENT,
    Field.CHILDREN,
    Field.OPENED,
    Field.CLOSED,
    Field.EXTENDED,
    Field.FOLLOWED_UP,
    Field.ENTRY,
    Field.EXIT,
)


def changes_of(row: RegistryRow, recorded: Recorded, *, program: str) -> tuple[Change, ...]:
    """What the row says differently from the record, in the order of the table's columns."""
    found = [] if recorded.program == program else [Change("program", recorded.program, program)]
    for name in _COMPARED:
        if name in recorded.itemized:
            continue
        before, after = getattr(recorded, name), getattr(row, name)
        if before != after:
            found.append(Change(name, before, after))
    return tuple(found)


def emptied_by(changes: Iterable[Change]) -> tuple[Change, ...]:
    """The changes that would only take a recorded value away."""
    return tuple(one for one in changes if one.field != "program" and one.after in (None, ()))


def contradicts_itself(row: RegistryRow) -> bool:
    """Whether the days of a row, with what is kept of the record, stand in an order that cannot be."""
    if row.closed_on and row.closed_on < row.opened_on:
        return True
    if row.extended_to and row.extended_to < row.opened_on:
        return True
    if row.exit is not None and row.closed_on is None:
        return True
    return bool(row.followed_up_on and (row.closed_on is None or row.followed_up_on < row.closed_on))


def itemized_differences(row: RegistryRow, recorded: Recorded) -> Mapping[Field, int]:
    """Points at which the register's total differs from a form filled in item by item, with that form's number."""
    found = {}
    for name in (Field.ENTRY, Field.EXIT):
        here = getattr(recorded, name)
        if name in recorded.itemized and here is not None and getattr(row, name) not in (None, here):
            found[name] = here
    return found
