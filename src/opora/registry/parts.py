"""The rows of an import in parts, each sealed by itself: written as they are laid out, opened as they are shown."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from opora.registry.models import ImportPart, ImportRun
from opora.registry.sealing import seal_json, unseal_json

ROWS_A_PART = 100
_LOTS = {"new": "n", "changed": "c", "unchanged": "u", "rejected": "r"}

Row = Mapping[str, Any]


def parts_of(run: ImportRun, rows: Iterable[Row]) -> Iterator[ImportPart]:
    """The rows of an import as parts to be saved."""
    waiting = iter(rows)
    number = 0
    while some := list(islice(waiting, ROWS_A_PART)):
        part = ImportPart(run=run, number=number, lots="".join(map(lot_of, some)))
        part.rows = seal_json(some, part.purpose)
        yield part
        number += 1


def opened(part: ImportPart) -> list[dict[str, Any]]:
    """The rows of a part."""
    rows: list[dict[str, Any]] = unseal_json(part.rows, part.purpose)
    return rows


def fits(lot: str, show: str) -> bool:
    """Whether a row with this mark is shown: all, those with a remark, or those of one lot."""
    if show == "problems":
        return lot.isupper()
    return show not in _LOTS or lot.lower() == _LOTS[show]


def places(lots: Sequence[str], show: str) -> list[tuple[int, int]]:
    """Where the rows lie that a filter leaves: part and place in it."""
    return [(part, place) for part, marks in enumerate(lots) for place, lot in enumerate(marks) if fits(lot, show)]


def lot_of(row: Row) -> str:
    """The mark of a row: its lot, a capital when there is a remark."""
    mark = _LOTS[row["status"]]
    return mark.upper() if row["remarks"] else mark
