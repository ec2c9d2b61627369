"""A report as a workbook: the tables as sheets with live formulas, everything said about them on the first sheet."""

import io
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from opora.common import heavy
from opora.reports.model import Cell, Column, Figures, Heading, Points, Quote, Report, Table, Text, laid_for, shown

LONGEST_CELL = 32_767
_FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))


def render(report: Report, *, summary: str) -> bytes:
    """The report as an XLSX file; ``summary`` names the first sheet."""
    # Imported where it is needed: no other page or command writes a workbook.
    import xlsxwriter

    memory = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "remove_timezone": True,
    }
    with xlsxwriter.Workbook(memory, options) as book:
        book.set_properties({"title": report.title, "comments": report.confidential})
        looks = _looks(book)
        _summary(book.add_worksheet(sheet_name(summary, ())), report, looks)
        names: list[str] = [sheet_name(summary, ())]
        for table in (table for table in report.tables if not table.in_text):
            names.append(sheet_name(table.name, names))
            _table(book.add_worksheet(names[-1]), laid_for(table, "workbook"), report.confidential, looks)
    heavy.told()
    return memory.getvalue()


def sheet_name(wanted: str, taken: Sequence[str]) -> str:
    """A name a workbook takes: at most 31 letters, none forbidden, none twice."""
    whole = name = " ".join(wanted.translate(_FORBIDDEN).split())[:31] or "1"
    number = 2
    while name.casefold() in {other.casefold() for other in taken}:
        ending = f" {number}"
        name = f"{whole[: 31 - len(ending)]}{ending}"
        number += 1
    return name


def _looks(book: Any) -> dict[str, Any]:
    head = {"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#F3F1EB", "bottom": 1}
    return {
        "title": book.add_format({"bold": True, "font_size": 16}),
        "heading": book.add_format({"bold": True, "font_size": 12}),
        "warning": book.add_format({"font_color": "#7C5000", "text_wrap": True, "valign": "top"}),
        "text": book.add_format({"text_wrap": True, "valign": "top"}),
        "quiet": book.add_format({"font_color": "#566469", "text_wrap": True, "valign": "top"}),
        "note": book.add_format({"font_color": "#566469"}),
        "head": book.add_format(head),
        "day": book.add_format({"num_format": "dd.mm.yyyy", "align": "left"}),
        "moment": book.add_format({"num_format": "dd.mm.yyyy hh:mm", "align": "left"}),
        "count": book.add_format({"num_format": "0"}),
        "decimal": book.add_format({"num_format": "0.00"}),
        "cell": book.add_format({"text_wrap": True}),
        "total": book.add_format({"bold": True, "top": 1}),
    }


def _summary(sheet: Any, report: Report, looks: dict[str, Any]) -> None:
    sheet.set_column(0, 0, 44)
    sheet.set_column(1, 1, 24)
    sheet.set_column(2, 2, 70)
    sheet.hide_gridlines(2)
    row = 0
    for text, look in ((report.title, "title"), (report.subtitle, "quiet"), (report.confidential, "warning")):
        if text:
            sheet.write_string(row, 0, text, looks[look])
            row += 1
    for label, value in report.facts:
        sheet.write_string(row, 0, label, looks["quiet"])
        sheet.write_string(row, 1, value, looks["text"])
        row += 1
    for block in report.blocks:
        row = _said(sheet, row, block, looks)


def _said(sheet: Any, row: int, block: Any, looks: dict[str, Any]) -> int:
    """Write one block that is no table from ``row`` on; gives the next free row."""
    match block:
        case Heading(text, level):
            sheet.write_string(row + 1, 0, text, looks["title" if level == 1 else "heading"])
            return row + 2
        case Quote(text, whose):
            sheet.merge_range(row, 0, row, 2, f"«{text}» ({whose})", looks["text"])
            sheet.set_row(row, 15 * (1 + len(text) // 120))
            return row + 1
        case Text(text, tone):
            sheet.merge_range(row, 0, row, 2, text, looks["text" if tone == "plain" else tone])
            sheet.set_row(row, 15 * (1 + len(text) // 120))
            return row + 1
        case Points(items, tone):
            for item in items:
                sheet.merge_range(row, 0, row, 2, f"• {item}", looks["text" if tone == "plain" else tone])
                sheet.set_row(row, 15 * (1 + len(item) // 120))
                row += 1
            return row
        case Figures(figures):
            for figure in figures:
                sheet.write_string(row, 0, figure.label, looks["text"])
                sheet.write_string(row, 1, figure.value, looks["text"])
                sheet.write_string(row, 2, figure.note, looks["quiet"])
                row += 1
            return row
        case Table(in_text=True):
            for cells in block.rows:
                for index, (cell, column) in enumerate(zip(cells, block.columns, strict=True)):
                    sheet.write_string(row, index, shown(cell, column.kind), looks["quiet" if index == 2 else "text"])
                row += 1
            return row
        case _:
            return row


def _table(sheet: Any, table: Table, confidential: str, looks: dict[str, Any]) -> None:
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_paper(9)
    if confidential:
        sheet.set_header(f"&L{confidential}")
    for index, column in enumerate(table.columns):
        sheet.write_string(0, index, column.title, looks["head"])
        sheet.set_column(index, index, 8 if column.kind == "count" else 13 if column.kind == "day" else 16)
    sheet.set_row(0, 48)
    for number, row in enumerate(table.rows, start=1):
        for index, (cell, column) in enumerate(zip(row, table.columns, strict=True)):
            _cell(sheet, number, index, cell, column, looks)
    if table.rows:
        sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)
    if table.total is not None:
        for index, cell in enumerate(table.total):
            _total(sheet, table, index, cell, looks)
    if table.note:
        # Written and not merged: a note is read beside its table and never takes a cell of it away.
        sheet.write_string(len(table.rows) + 3, 0, table.note, looks["note"])


def _cell(sheet: Any, row: int, index: int, cell: Cell, column: Column, looks: dict[str, Any]) -> None:
    if cell is None:
        return
    if column.difference is not None and isinstance(cell, int | float):
        from xlsxwriter.utility import xl_rowcol_to_cell

        first, second = (xl_rowcol_to_cell(row, other) for other in column.difference)
        sheet.write_formula(row, index, f"={first}-{second}", looks["count"], cell)
    elif isinstance(cell, datetime):
        sheet.write_datetime(row, index, cell, looks["moment"])
    elif isinstance(cell, date):
        sheet.write_datetime(row, index, cell, looks["day"])
    elif isinstance(cell, int | float):
        sheet.write_number(row, index, cell, looks["decimal" if column.kind == "decimal" else "count"])
    else:
        sheet.write_string(row, index, _fitting(cell), looks["cell"])


def _fitting(text: str) -> str:
    """A text as a cell takes it: longer ones would be left out in silence."""
    return text if len(text) <= LONGEST_CELL else f"{text[: LONGEST_CELL - 1]}…"


def _total(sheet: Any, table: Table, index: int, cell: Cell, looks: dict[str, Any]) -> None:
    rows = len(table.rows)
    if isinstance(cell, int | float) and rows:
        sheet.write_formula(rows + 1, index, f"={_sum(table, index)}", looks["total"], cell)
    elif cell is not None:
        sheet.write_string(rows + 1, index, str(cell), looks["total"])


def _sum(table: Table, index: int) -> str:
    """The live total of a column.

    Of two columns that are compared only the rows count that have both, so that the totals differ by the total of
    the differences, whoever has no exit yet.
    """
    pairs = [column.difference for column in table.columns if column.difference is not None]
    partner = next((other for pair in pairs for other in pair if index in pair and other != index), None)
    if partner is None:
        return f"SUM({_area(table, index)})"
    return f'SUMPRODUCT({_area(table, index)}*({_area(table, partner)}<>""))'


def _area(table: Table, index: int) -> str:
    from xlsxwriter.utility import xl_rowcol_to_cell

    return f"{xl_rowcol_to_cell(1, index)}:{xl_rowcol_to_cell(len(table.rows), index)}"
