"""Asking for a table in tests: of the year 2024, with the whole house in sight."""

from datetime import date
from typing import Any

from opora.access.rules import SYSTEM, Actor
from opora.pivot import queries
from opora.pivot.queries import Result
from opora.pivot.rules import ALL, Definition, problems_of

AS_OF = date(2025, 12, 31)
YEAR: dict[str, Any] = {"period": "days", "first": date(2024, 1, 1), "last": date(2024, 12, 31)}


def table(
    subject: str, rows: str, columns: str = "", *, actor: Actor = SYSTEM, as_of: date = AS_OF, **more: Any
) -> Result:
    """A table of the year 2024."""
    asked = Definition(subject, rows, columns, **YEAR | more)
    assert problems_of(asked) == {}
    return queries.read_table(actor=actor, definition=asked, as_of=as_of)


def figures(subject: str, rows: str, columns: str = "", **more: Any) -> dict[Any, Any]:
    """The figures of its cells: by row alone where it has no columns, with "all" for all of them."""
    found = table(subject, rows, columns, **more)
    told = {}
    for (row, column), cell in found.cells.items():
        row_name, column_name = ("all" if one is ALL else one for one in (row, column))
        told[(row_name, column_name) if columns else row_name] = cell.figure(found.definition.figure)
    return told


def whole(subject: str, **more: Any) -> tuple[Any, int, int]:
    """Everything together: the figure, of how many, how many unknown."""
    found = table(subject, "program", **more)
    kind = found.definition.figure
    return found.whole.figure(kind), found.whole.n(kind), found.whole.unknown
