"""Workbooks of a warehouse, as people keep them."""

import io
from collections.abc import Sequence
from typing import Any

import xlsxwriter

TITLES = ("Наименование", "Категория", "Ед. изм.", "Размер", "Остаток", "Срок годности", "Склад")


def workbook(rows: Sequence[Sequence[Any]], titles: Sequence[str] = TITLES, *, above: str = "Остатки") -> bytes:
    """One sheet with a heading, a row of titles and the rows."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Склад")
        sheet.write(0, 0, above)
        for at, row in enumerate((titles, *rows), 2):
            for column, value in enumerate(row):
                if value is not None:
                    sheet.write(at, column, value)
    return target.getvalue()
