"""What somebody asks for, and the table as it would leave the house."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from opora.release import words
from opora.release.rules import Limits, Reason
from opora.release.rules.hiding import Released

NOT_TOLD = "–"
"""In the place of a share that is not printed; a hidden number is None."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Which table somebody asks for: told apart by what, of which days, of one program or all."""

    table: str
    row: str
    column: str
    first: date
    last: date
    program_id: int | None = None

    @property
    def by(self) -> tuple[str, ...]:
        """The dimensions, one or two."""
        return tuple(code for code in (self.row, self.column) if code)

    def to_data(self) -> dict[str, Any]:
        return {
            "table": self.table,
            "row": self.row,
            "column": self.column,
            "first": self.first.isoformat(),
            "last": self.last.isoformat(),
            "program": self.program_id,
        }

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> "Asked":
        days = (date.fromisoformat(data["first"]), date.fromisoformat(data["last"]))
        return cls(data["table"], data["row"], data["column"], *days, data["program"])


@dataclass(frozen=True, slots=True)
class Shown:
    """A number as it would be printed, or why it is not; a label is neither."""

    value: int | float | str | None
    reason: Reason | None = None
    is_share: bool = False


@dataclass(frozen=True, slots=True)
class Prepared:
    """Everything about a table that would leave the house. `problem` says why it cannot."""

    asked: Asked
    limits: Limits
    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Shown, ...], ...]
    tables: tuple[Released, ...]
    told_already: int = 0
    left_out: int = 0
    problem: str = ""
    facts: tuple[dict[str, Any], ...] = field(default=())

    @property
    def hidden(self) -> int:
        """How many numbers are hidden, shares aside."""
        return sum(one.reason is not None for row in self.rows for one in row)

    @property
    def reasons(self) -> dict[Reason, int]:
        """How many of them for which reason."""
        found = [one.reason for row in self.rows for one in row if one.reason is not None]
        return {why: found.count(why) for why in Reason if why in found}

    def content(self) -> dict[str, Any]:
        """What leaves the house, and nothing else."""
        asked = self.asked
        return {
            "format": "opora-release/1",
            "table": asked.table,
            "title": self.title,
            "period": {"from": asked.first.isoformat(), "to": asked.last.isoformat()},
            "unit": str(words.UNITS[asked.table]),
            "about": words.about(
                asked.table, least=self.limits.least, shares=self.limits.least_for_shares, hidden=self.hidden
            ),
            "columns": list(self.heads),
            "rows": [
                [NOT_TOLD if one.is_share and one.value is None else one.value for one in row] for row in self.rows
            ],
            "indicators": list(self.facts),
        }
