"""Workbooks for tests: the two source tables, written as an organization would write them."""

import io
from collections.abc import Sequence
from datetime import date

import xlsxwriter

from opora.registry.rules.register import RegistryRow

SUPPORT_TITLES = {
    "index": "№/№",
    "department": "ОТДЕЛ",
    "parent": "шифр, род.",
    "children": "Шифр,реб",
    "number": "№ ДЕЛА",
    "opened_on": "ДАТА начало случая",
    "closed_on": "дата закрытие",
    "entry": "число слабых сторон, вход",
    "exit": "число слабых сторон выход",
    "change": "динамика",
}
SHELTER_TITLES = {
    "index": "№/№",
    "department": "ОТДЕЛ",
    "parent": "шифр, род.",
    "children": "Шифр,реб",
    "number": "№ ДЕЛА",
    "opened_on": "ДАТА начало случая",
    "extended_to": "продление",
    "closed_on": "дата выхода из КЦ, закрытие",
    "followed_up_on": "мониторинг через 6 месяцев",
    "entry": "число слабых сторон, вход",
    "exit": "число слабых сторон выход",
    "change": "динамика",
}
GOOD = {
    "index": 1,
    "department": "1 ЕФО МР",
    "parent": "И3",
    "children": "С24",
    "number": "17/2021лд",
    "opened_on": date(2021, 6, 18),
    "closed_on": date(2022, 9, 18),
    "entry": 20,
    "exit": 10,
    "change": 10,
}


def workbook(sheets: dict[str, Sequence[Sequence[object]]]) -> bytes:
    """A workbook with the given cells; a text that begins with = becomes a formula without a saved result."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False}) as book:
        day = book.add_format({"num_format": "dd.mm.yyyy"})
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, cells in enumerate(rows):
                for column, value in enumerate(cells):
                    if isinstance(value, date):
                        sheet.write_datetime(number, column, value, day)
                    elif isinstance(value, str) and value.startswith("="):
                        sheet.write_formula(number, column, value, None, "")
                    elif value is not None:
                        sheet.write(number, column, value)
    return buffer.getvalue()


def line(titles: dict[str, str] = SUPPORT_TITLES, **changes: object) -> list[object]:
    """A good row of a table with some cells changed."""
    values = {**GOOD, **changes}
    return [values.get(name) for name in titles]


def table(*rows: Sequence[object], titles: dict[str, str] = SUPPORT_TITLES) -> list[Sequence[object]]:
    """A header with rows under it."""
    return [list(titles.values()), *rows]


def cells_of(row: RegistryRow, titles: dict[str, str]) -> list[object]:
    """The cells in which a register would write what a row says."""
    values = {
        "index": row.row - 1,
        "department": row.department,
        "parent": row.parent,
        "children": ", ".join(row.children),
        "number": row.number,
        "opened_on": row.opened_on,
        "closed_on": row.closed_on,
        "extended_to": row.extended_to,
        "followed_up_on": row.followed_up_on,
        "entry": row.entry,
        "exit": row.exit,
        "change": row.change,
    }
    return [values[name] for name in titles]
