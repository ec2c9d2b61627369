"""Workbooks as organizations have them: what stands in them, and what a person reads there.

A case is told as (number, parent, children, opened, closed, entry, exit). What is not sure is asked: `asked` are the
remarks with which rows are set aside, `questions` the columns between which somebody must choose.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import openpyxl
from openpyxl.utils import range_boundaries
from openpyxl.worksheet.worksheet import Worksheet

from opora.registry.tests.old_excel import old_workbook

Told = tuple[str, str, tuple[str, ...], date, date | None, int | None, int | None]

DEPARTMENT = "1 ЕФО МР"
JUNE, SEPTEMBER = date(2021, 6, 18), date(2022, 9, 18)
FIRST: Told = ("17/2021лд", "И3", ("С24",), JUNE, SEPTEMBER, 20, 10)
SECOND: Told = ("18/2021лд", "П25", ("В4", "П26"), date(2021, 6, 15), date(2022, 6, 30), 41, 10)
OPEN: Told = ("19/2021лд", "К1", ("К2",), date(2021, 7, 1), None, 30, None)

HEAD = ["ОТДЕЛ", "шифр, род.", "Шифр,реб", "№ ДЕЛА", "ДАТА начало случая", "дата закрытие",
        "число слабых сторон, вход", "число слабых сторон выход", "динамика"]  # fmt: skip


@dataclass(frozen=True)
class Book:
    """One workbook and what a person reads in it."""

    name: str
    sheets: dict[str, list[list[Any]]]
    told: Sequence[Told] = (FIRST,)
    asked: Sequence[tuple[int, str]] = ()
    questions: Sequence[str] = ()
    merged: Sequence[str] = ()
    stray: Sequence[str] = ()
    departments: Sequence[str] = ()

    def old_content(self) -> bytes:
        """The file of an old Excel, whose sheets end at IV65536."""
        frames = [range_boundaries(place) for place in self.merged]
        merged = [(top - 1, bottom - 1, left - 1, right - 1) for left, top, right, bottom in frames]
        sheets = {name: [list(cells) for cells in rows] for name, rows in self.sheets.items()}
        if self.stray:
            rows = next(iter(sheets.values()))
            rows[0] = [*rows[0], *[None] * (255 - len(rows[0])), " "]
            rows += [*[[] for _row in range(65_535 - len(rows))], [" "]]
        return old_workbook(sheets, merged=merged)

    def content(self) -> bytes:
        """The file."""
        book = openpyxl.Workbook()
        book.remove(book.worksheets[0])
        for name, rows in self.sheets.items():
            sheet: Worksheet = book.create_sheet(name)
            for number, cells in enumerate(rows, start=1):
                for place, value in enumerate(cells, start=1):
                    if value is not None:
                        sheet.cell(number, place, value)
            for place in self.merged:
                sheet.merge_cells(place)
            for place in self.stray:
                sheet[place] = " "
        memory = io.BytesIO()
        book.save(memory)
        return memory.getvalue()


def cells(told: Told, **changes: Any) -> list[Any]:
    """A row as the plainest register has it, with some cells written otherwise; by the names of fields."""
    number, parent, children, opened, closed, entry, exit_ = told
    values = {
        "department": DEPARTMENT, "parent": parent, "children": ", ".join(children), "number": number,
        "opened": opened, "closed": closed, "entry": entry, "exit": exit_,
        "change": None if entry is None or exit_ is None else entry - exit_,
    } | changes  # fmt: skip
    return list(values.values())


def told(base: Told, **changes: Any) -> Told:
    """A case as a person reads it, with something different."""
    names = ("number", "parent", "children", "opened", "closed", "entry", "exit")
    return tuple((dict(zip(names, base, strict=True)) | changes).values())  # type: ignore[return-value]


def one(name: str, *rows: list[Any], **more: Any) -> Book:
    """A workbook of one sheet."""
    return Book(name, {"Лист1": list(rows)}, **more)


def head(**changes: str | None) -> list[str | None]:
    """The titles of the source table, some written otherwise."""
    names = ("department", "parent", "children", "number", "opened", "closed", "entry", "exit", "change")
    return list((dict(zip(names, HEAD, strict=True)) | changes).values())


def beside(row: Sequence[Any], place: int, *values: Any) -> list[Any]:
    """A row with columns put in before a place."""
    return [*row[:place], *values, *row[place:]]


TITLES = [
    one("an exact title beats the plan beside it",
        beside(HEAD, 5, "Плановая дата закрытия"), beside(cells(FIRST), 5, date(2022, 1, 1))),
    one("reasons and sources are no days",
        beside(HEAD, 4, "Источник поступления сигнала", "Причина закрытия"), beside(cells(FIRST), 4, "школа", "цели")),
    one("a plan in another spelling is left for the day",
        beside(head(closed="Дата закрытия случая"), 5, "Дата закрытия (план)"), beside(cells(FIRST), 5, JUNE)),
    one("two closings are asked about",
        beside(head(closed="Дата закрытия"), 6, "Дата окончания договора"), beside(cells(FIRST), 6, JUNE),
        told=(), questions=["closed_on"]),
    one("two exits are asked about",
        beside(head(exit="Сумма баллов, выход"), 8, "Число проблем на выходе"), beside(cells(FIRST), 8, 7),
        told=(), questions=["exit"]),
    one("two columns of one title are asked about",
        beside(HEAD, 6, "дата закрытие"), beside(cells(FIRST), 6, JUNE), told=(), questions=["closed_on"]),
    one("a plan alone is asked about",
        head(closed="Планируемая дата закрытия"), cells(FIRST), told=(), questions=["closed_on"]),
    one("the day of a signal alone is asked about",
        head(opened="Дата поступления сигнала"), cells(FIRST), told=(), questions=["opened_on"]),
    one("titles in the organization's own words",
        ["Подразделение", "Код мамы", "Коды детей", "Номер дела", "Дата открытия случая", "Дата завершения",
         "Слабые стороны на входе", "Слабые стороны на выходе", "Изменение"], cells(FIRST)),
    one("columns of its own between the others",
        beside(beside(HEAD, 3, "ФИО специалиста", "Возраст ребёнка"), 1, "№ п/п"),
        beside(beside(cells(FIRST), 3, "Петрова А.", 7), 1, 1)),
    one("other follow-ups beside the one of six months",
        beside(HEAD, 6, "мониторинг через 3 месяца", "мониторинг через 12 месяцев"),
        beside(cells(FIRST), 6, date(2022, 12, 18), date(2023, 9, 18))),
    one("the number of a letter is no figure at entry",
        beside(head(entry="Число проблем при поступлении", exit="Число проблем при закрытии"), 6, "Входящий №"),
        beside(cells(FIRST), 6, 113)),
    one("children who came are no figure at entry",
        beside(head(entry="Число слабых сторон, начало"), 6, "Число детей на начало"), beside(cells(FIRST), 6, 3)),
    one("a way back to work is asked about, and is no exit",
        head(exit="Выход на работу"), cells(FIRST, exit=1), told=(), questions=["exit"]),
    one("another scale alone is asked about",
        head(entry="PSI, вход", exit="PSI, выход"), cells(FIRST), told=(), questions=["entry", "exit"]),
    one("another scale beside ours", [*HEAD, "PSI, вход", "PSI, выход"], [*cells(FIRST), 88, 70]),
]  # fmt: skip

HEADERS = [
    one("codes of parents and children under one title",
        ["ОТДЕЛ", "Шифр", None, *HEAD[3:]], [None, "род.", "реб."], cells(FIRST), merged=["B1:C1"]),
    one("every group under a title of its own",
        ["ОТДЕЛ", "Шифр", None, "№ дела", "Дата", None, "Число слабых сторон", None, "динамика"],
        [None, "род.", "реб.", None, "начало", "закрытие", "вход", "выход"], cells(FIRST), cells(OPEN),
        told=(FIRST, OPEN)),
    one("plan and fact under one closing",
        ["ОТДЕЛ", "шифр род.", "шифр реб.", "№ дела", "Дата начала", "Дата закрытия", None, "вход", "выход"],
        [None, None, None, None, None, "план", "факт"],
        beside(cells(FIRST)[:8], 5, date(2022, 1, 1)), merged=["F1:G1"]),
    one("numbers of the columns beneath the header", HEAD, [1, 2, 3, 4, 5, 6, 7, 8, 9], cells(FIRST)),
    one("letters and numbers of an official form",
        HEAD, ["А", "Б", 1, 2, 3, 4, 5, 6, 7], cells(FIRST)),
    one("numbers of the columns in brackets",
        HEAD, ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)=(7)-(8)"], cells(FIRST)),
    one("numbers of the columns, one left out, one reckoned",
        beside(HEAD, 2, "Куратор"), [1, 2, None, 4, 5, 6, 7, 8, 9, "10 = 8 - 9"],
        beside(cells(FIRST), 2, "Петрова")),
    one("two rows of titles and the numbers beneath",
        ["Приложение 3"], ["Реестр случаев за 2021 год"],
        ["ОТДЕЛ", "Шифр", None, "№ дела", "Дата", None, "Число слабых сторон", None],
        [None, "род.", "реб.", None, "начало", "закрытие", "вход", "выход"],
        ["1", "2", "3", "4", "5", "6", "7", "8"], cells(FIRST)),
    one("groups of columns above the whole header",
        ["Сведения о семье", None, None, None, None, None, "Результат"], HEAD, cells(FIRST)),
    one("the header again on every page",
        HEAD, cells(FIRST), HEAD, [1, 2, 3, 4, 5, 6, 7, 8, 9], cells(SECOND), told=(FIRST, SECOND)),
    one("a title broken by a hyphen", head(closed="дата закры-\nтия", opened="ДАТА\nначало\nслучая"), cells(FIRST)),
]  # fmt: skip

ROWS = [
    one("totals of departments and a mean",
        HEAD, cells(FIRST), ["ИТОГО по отделу", 1, 1, None, None, None, 20, 10, 10],
        cells(SECOND), ["Итого по отделу:", "1 семья", "2 ребёнка"],
        ["Ср. балл", None, None, None, None, None, 30.5, 10, 20.5], ["ВСЕГО", 2, 3], told=(FIRST, SECOND)),
    one("children on rows of their own beneath a merged parent",
        HEAD, cells(FIRST), [None, None, "С25"], [None, None, "С26"], cells(SECOND),
        told=(told(FIRST, children=("С24", "С25", "С26")), SECOND), merged=["B2:B4", "D2:D4"]),
    one("every child on a row that repeats the case",
        HEAD, cells(FIRST), cells(FIRST, children="С25"), told=(told(FIRST, children=("С24", "С25")),)),
    one("two cases of one merged parent",
        HEAD, cells(FIRST), cells(OPEN, parent=None), merged=["B2:B3"],
        told=(FIRST, told(OPEN, parent="И3"))),
    one("a row without its parent is asked about, no cell being merged",
        HEAD, cells(FIRST), cells(OPEN, parent=None), asked=[(3, "no_parent_code")]),
    one("the department once for all its rows",
        HEAD, cells(FIRST), cells(SECOND, department=None), told=(FIRST, SECOND), merged=["A2:A3"]),
    one("departments as headings above their rows",
        HEAD, [DEPARTMENT], cells(FIRST, department=None), ["2 ЕФО МР"], cells(SECOND, department=None),
        told=(FIRST, SECOND), departments=(DEPARTMENT, "2 ЕФО МР")),
    one("a department as a heading below another's rows",
        HEAD, cells(FIRST), ["2 ЕФО МР"], cells(SECOND, department=None), merged=["A3:I3"],
        told=(FIRST, SECOND), departments=(DEPARTMENT, "2 ЕФО МР")),
    one("departments as headings in another column",
        HEAD, [None, None, None, "Отдел «Маяк»"], cells(FIRST, department=None), [None, "Отдел «Берег»"],
        cells(SECOND, department=None), told=(FIRST, SECOND), departments=("Отдел «Маяк»", "Отдел «Берег»")),
    one("departments as headings, and no column of them",
        ["№ п/п", *HEAD[1:]], [None, None, "Отдел «Маяк»"], cells(FIRST, department=1), ["Отдел «Берег»"],
        cells(SECOND, department=1), told=(FIRST, SECOND), departments=("Отдел «Маяк»", "Отдел «Берег»")),
    one("departments as headings, no column of them, and a title above the whole table",
        ["Реестр случаев за 2025 год"], [], ["№ п/п", *HEAD[1:]], [None, "Отдел «Маяк»"], cells(FIRST, department=1),
        [None, "Отдел «Берег»"], cells(SECOND, department=1), told=(FIRST, SECOND),
        departments=("Отдел «Маяк»", "Отдел «Берег»")),
    one("departments above tables of their own",
        ["Отдел «Маяк»"], ["№ п/п", *HEAD[1:]], cells(FIRST, department=1), ["Отдел «Берег»"],
        ["№ п/п", *HEAD[1:]], cells(SECOND, department=1), told=(FIRST, SECOND),
        departments=("Отдел «Маяк»", "Отдел «Берег»")),
    one("days of entry and exit, the forms' own days beside them",
        ["Отдел", "№ дела", "Шифр родителя", "Шифр ребёнка", "Дата входной оценки", "Дата входа",
         "Дата выходной оценки", "Дата выхода", "Вход", "Выход", "Динамика"],
        [DEPARTMENT, "17/2021лд", "И3", "С24", date(2021, 7, 1), JUNE, date(2022, 9, 1), SEPTEMBER, 20, 10, 10]),
    one("rows below a heading of another kind are asked about",
        HEAD, cells(FIRST), ["2 полугодие"], cells(SECOND, department=None), asked=[(4, "no_department")]),
    one("a total of a department names none",
        HEAD, cells(FIRST), ["Итого"], cells(SECOND, department=None), told=(FIRST, SECOND),
        departments=(DEPARTMENT, DEPARTMENT)),
    one("a child told with its age is asked about",
        HEAD, cells(FIRST), [None, None, "С25 (7 лет)"],
        asked=[(3, "no_parent_code"), (3, "not_a_code"), (3, "no_case_number"), (3, "no_opening_day")]),
    one("a signature and a remark below",
        HEAD, cells(FIRST), [], [None, "Руководитель", "Павлова"], ["* по данным отдела"]),
    one("a child of two families is taken with both",
        HEAD, cells(FIRST), cells(OPEN, children="С24"), told=(FIRST, told(OPEN, children=("С24",)))),
    one("the same number twice is asked about",
        HEAD, cells(FIRST), cells(SECOND, number="17/2021 ЛД"), told=(),
        asked=[(2, "number_twice"), (3, "number_twice")]),
    one("a used range to the last row and column", HEAD, cells(FIRST), stray=["XFD1", "A1048576"]),
]  # fmt: skip

CELLS = [
    one("days in words", HEAD,
        cells(FIRST, opened="18 июня 2021 г.", closed="«18» сентября 2022 года"),
        cells(SECOND, opened="15-июн-2021", closed="30 ИЮНЯ 2022"), told=(FIRST, SECOND)),
    one("days as text and as numbers", HEAD,
        cells(FIRST, opened="18.06.21г.", closed="2022-09-18"), cells(SECOND, opened=44362, closed="30/06/2022"),
        told=(FIRST, SECOND)),
    one("days with a time", HEAD, cells(FIRST, opened=datetime(2021, 6, 18, 14, 30), closed="18.09.2022 00:00:00")),
    one("a month without its day is asked about", HEAD, cells(FIRST, closed="сентябрь 2022"), told=(),
        asked=[(2, "not_a_day")]),
    one("words for what is not there", HEAD,
        cells(OPEN, closed="в работе", exit="не проводилась", change="н/д"),
        cells(told(OPEN, number="20/2021лд"), closed="н/д", exit="нет", change=None),
        cells(told(OPEN, number="21/2021лд"), closed="нет", exit="н/д", change="-"),
        told=(OPEN, told(OPEN, number="20/2021лд"), told(OPEN, number="21/2021лд"))),
    one("numbers as text", HEAD, cells(FIRST, entry="20", exit=" 10 ", change="10")),
    one("codes as they are typed", HEAD,
        cells(FIRST, parent="и-3", children="c24"), cells(SECOND, children="В4; П 26"), told=(FIRST, SECOND)),
    one("two spellings of one letter", HEAD, cells(FIRST, parent="Ё3"), told=(told(FIRST, parent="Е3"),)),
    one("a name instead of a code is asked about", HEAD, cells(FIRST), cells(OPEN, children="Дима"),
        asked=[(3, "not_a_code")]),
    one("a number that became a day is asked about", HEAD, cells(FIRST, number=datetime(2021, 5, 17)), told=(),
        asked=[(2, "number_became_date")]),
]  # fmt: skip

YEARS = [
    Book("numbers that begin anew each year, in sheets by year",
         {"2021": [HEAD, cells(FIRST, number=1), cells(OPEN, number=2)],
          "2022": [HEAD, cells(SECOND, number=1, opened=date(2022, 2, 1))]},
         told=(told(FIRST, number="1"), told(OPEN, number="2"),
               told(SECOND, number="1", opened=date(2022, 2, 1)))),
    Book("a case that is carried into the next year's sheet",
         {"2021": [HEAD, cells(FIRST, number=1, closed=None, exit=None, change=None)],
          "2022": [HEAD, cells(FIRST, number=1)]}, told=(told(FIRST, number="1"),)),
    Book("sheets that hold no register",
         {"Титул": [["Отчёт за год"]], "Реестр": [HEAD, cells(FIRST)],
          "Свод": [["ОТДЕЛ", "дел", "вход", "выход"], [DEPARTMENT, 5, 100, 50]]}),
]  # fmt: skip

BOOKS = [*TITLES, *HEADERS, *ROWS, *CELLS, *YEARS]
