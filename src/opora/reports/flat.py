"""A report's data as one CSV file that a Russian Excel opens as it is."""

import csv
import io

from opora.common.cells import safe_cell
from opora.reports.model import Report, shown


def render(report: Report) -> bytes:
    """The flat table: UTF-8 with a mark, semicolons, days as ДД.ММ.ГГГГ; empty for a report without one."""
    memory = io.StringIO()
    if report.flat is not None:
        writer = csv.writer(memory, delimiter=";", lineterminator="\r\n")
        writer.writerow([column.title for column in report.flat.columns])
        for row in report.flat.rows:
            cells = zip(row, report.flat.columns, strict=True)
            texts = ((shown(cell, column.kind), isinstance(cell, str)) for cell, column in cells)
            writer.writerow([safe_cell(text) if is_words else text for text, is_words in texts])
    return memory.getvalue().encode("utf-8-sig")
