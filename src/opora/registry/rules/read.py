"""What was read in a workbook, gathered row by row."""

from dataclasses import dataclass, field

from opora.registry.rules.header import Header
from opora.registry.rules.issues import Issue
from opora.registry.rules.register import RegistryRow, RejectedRow, RowReading


@dataclass
class Reading:
    """All that a workbook says: good rows, rejections, warnings, and the sheets that hold no such table.

    `restarting` are the departments, in one spelling, whose numbers begin anew each year; `headers` the headers that
    were read.
    """

    rows: list[RegistryRow] = field(default_factory=list)
    rejected: list[Issue] = field(default_factory=list)
    warnings: list[Issue] = field(default_factory=list)
    sheets: list[str] = field(default_factory=list)
    skipped_sheets: list[str] = field(default_factory=list)
    seen_rows: int = 0
    rejected_rows: list[RejectedRow] = field(default_factory=list)
    restarting: set[str] = field(default_factory=set)
    headers: list[Header] = field(default_factory=list)

    def take(self, reading: RowReading) -> None:
        """Add what came of one row."""
        if reading.row is not None:
            self.rows.append(reading.row)
        if reading.rejected_row is not None:
            self.rejected_rows.append(reading.rejected_row)
        self.rejected.extend(reading.rejected)
        self.warnings.extend(reading.warnings)
