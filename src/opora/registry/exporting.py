"""Workbooks that go back to the person: an empty register to fill in, and the rows that were not taken."""

import io
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from opora.common import heavy
from opora.registry.rules.header import TITLES, Field, Layout

_DAY = re.compile(r"\d{2}\.\d{2}\.\d{4}")
_COUNT = re.compile(r"\d{1,4}")
_COUNTS = (Field.ENTRY, Field.EXIT, Field.CHANGE)
_DAYS = (Field.OPENED, Field.CLOSED, Field.EXTENDED, Field.FOLLOWED_UP)
_SHEETS = {Layout.SUPPORT: "Комплексное сопровождение", Layout.SHELTER: "Кризисный центр"}


def empty_register() -> bytes:
    """A workbook with both source tables, titles only, ready to be filled in."""
    book = _Book()
    for layout, titles in TITLES.items():
        book.sheet(_SHEETS[layout], ["№/№", *titles.values()], [])
    return book.finish()


def remarks_workbook(details: Mapping[str, Any]) -> bytes:
    """The rejected rows with their reasons, ready to be corrected and imported, and beside them every remark."""
    book = _Book()
    titles = TITLES[Layout.SHELTER]
    rejected = [row for row in details["rows"] if row["status"] == "rejected"]
    book.sheet(
        _("Not taken"),
        [*titles.values(), _("Sheet"), _("Row"), _("Reason")],
        ([*_cells(row, titles), row["sheet"], row["row"], _reasons(row)] for row in rejected),
    )
    remarks = [*details["about_sheets"], *(line for row in details["rows"] for line in row["remarks"])]
    kinds = {"rejected": _("not taken"), "warning": _("remark")}
    book.sheet(
        _("Remarks"),
        [_("Sheet"), _("Row"), _("Column"), _("Value"), _("Kind"), _("Reason")],
        (
            [line["sheet"], line["row"], line["column"], line["value"], kinds[line["kind"]], line["reason"]]
            for line in remarks
        ),
    )
    return book.finish()


def _cells(row: Mapping[str, Any], titles: Iterable[Field]) -> list[object]:
    return [_typed(name, row["cells"].get(str(name))) for name in titles]


def _typed(name: Field, text: str | None) -> object:
    """Days and counts as such, so that the corrected workbook is read without remarks; anything else as text."""
    if text is None:
        return None
    if name in _DAYS and _DAY.fullmatch(text):
        try:
            return datetime.strptime(text, "%d.%m.%Y")
        except ValueError:
            return text
    return int(text) if name in _COUNTS and _COUNT.fullmatch(text) else text


def _reasons(row: Mapping[str, Any]) -> str:
    return " ".join(line["reason"] for line in row["remarks"] if line["kind"] == "rejected")


class _Book:
    """A workbook in which a text is always a text: what begins with = must not become a formula."""

    def __init__(self) -> None:
        import xlsxwriter

        self.buffer = io.BytesIO()
        self.book = xlsxwriter.Workbook(self.buffer, {"in_memory": True, "strings_to_formulas": False})
        self.bold = self.book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        self.day = self.book.add_format({"num_format": "dd.mm.yyyy"})

    def sheet(self, name: str, titles: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
        sheet = self.book.add_worksheet(name)
        sheet.write_row(0, 0, titles, self.bold)
        sheet.freeze_panes(1, 0)
        sheet.set_column(0, len(titles) - 1, 16)
        for number, cells in enumerate(rows, start=1):
            for column, value in enumerate(cells):
                if isinstance(value, datetime):
                    sheet.write_datetime(number, column, value, self.day)
                elif isinstance(value, int):
                    sheet.write_number(number, column, value)
                elif value is not None:
                    sheet.write_string(number, column, str(value))

    def finish(self) -> bytes:
        self.book.close()
        heavy.told()
        return self.buffer.getvalue()
