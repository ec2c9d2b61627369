"""A report's data as one CSV file that a Russian Excel opens as it is."""

import csv
import io

from opora.reports.model import Report, shown

# A cell that begins so would be run as a formula by a spreadsheet.
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


def render(report: Report) -> bytes:
    """The flat table: UTF-8 with a mark, semicolons, days as ДД.ММ.ГГГГ; empty for a report without one."""
    memory = io.StringIO()
    if report.flat is not None:
        writer = csv.writer(memory, delimiter=";", lineterminator="\r\n")
        writer.writerow([column.title for column in report.flat.columns])
        for row in report.flat.rows:
            cells = zip(row, report.flat.columns, strict=True)
            writer.writerow([_safe(shown(cell, column.kind), cell) for cell, column in cells])
    return memory.getvalue().encode("utf-8-sig")


def _safe(text: str, cell: object) -> str:
    return f"'{text}" if isinstance(cell, str) and text.startswith(_DANGEROUS) else text
