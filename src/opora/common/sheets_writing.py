"""Rows of plain values as a workbook, sheet by sheet, with nothing drawn around them."""

import io
from collections.abc import Mapping, Sequence

Rows = Sequence[Sequence[object]]


def write_sheets(sheets: Mapping[str, Rows]) -> bytes:
    """The workbook; a text stays a text, also one that looks like a number, a formula or an address."""
    import xlsxwriter

    memory = io.BytesIO()
    with xlsxwriter.Workbook(memory, {"in_memory": True}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                for place, value in enumerate(row):
                    if isinstance(value, int | float) and not isinstance(value, bool):
                        sheet.write_number(number, place, value)
                    elif value not in ("", None):
                        sheet.write_string(number, place, str(value))
    return memory.getvalue()
