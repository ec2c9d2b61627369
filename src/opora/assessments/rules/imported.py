"""Assessments of the registry: a total without items (X-03)."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ImportedTotal:
    """The number of weak sides a registry row gives for a point of a case; None when the row no longer has one."""

    case_id: int
    point: str
    total: int | None
    on: date
    instrument_code: str = "efo"


@dataclass(frozen=True, slots=True)
class ImportedTotals:
    """What an import did; `kept` are cases whose point was filled in item by item and stays as it is."""

    created: int = 0
    updated: int = 0
    unchanged: int = 0
    removed: int = 0
    kept: tuple[tuple[int, str], ...] = ()
