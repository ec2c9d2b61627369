"""A registry workbook of any length in the layout of the organization's own."""

import io
import time
from datetime import date, timedelta
from random import Random

import xlsxwriter

from opora.access.rules import SYSTEM
from opora.common.dates import today
from opora.registry.actions import import_registry

_HEAD = (
    "№/№",
    "ОТДЕЛ",
    "шифр, род.",
    "Шифр,реб",
    "№ ДЕЛА",
    "ДАТА начало случая",
    "дата закрытие",
    "число слабых сторон, вход",
    "число слабых сторон выход",
    "динамика",
)


def registry_workbook(rows: int, *, first_year: date) -> bytes:
    """So many closed cases of comprehensive support, each with a parent and one to three children."""
    rng = Random(5)  # noqa: S311  (chance for figures, not for secrets)
    memory = io.BytesIO()
    with xlsxwriter.Workbook(memory, {"constant_memory": False}) as book:
        sheet = book.add_worksheet("Комплексное сопровождение")
        day = book.add_format({"num_format": "dd.mm.yyyy"})
        sheet.write_row(0, 0, _HEAD)
        for row in range(1, rows + 1):
            opened_on = first_year + timedelta(days=rng.randrange(1800))
            closed_on = opened_on + timedelta(days=rng.randrange(60, 500))
            entry = rng.randrange(8, 44)
            exit_ = rng.randrange(0, entry + 2)
            code = 500_000 + row * 4
            children = ",".join(f"Т{code + child}" for child in range(rng.randrange(1, 4)))
            sheet.write_row(row, 0, (row, "1 ЕФО МР", f"Ш{code}", children, f"{row}/{opened_on.year - 10}лд"))
            sheet.write_datetime(row, 5, opened_on, day)
            sheet.write_datetime(row, 6, closed_on, day)
            sheet.write_row(row, 7, (entry, exit_))
            sheet.write_formula(row, 9, f"=H{row + 1}-I{row + 1}", None, entry - exit_)
    return memory.getvalue()


def imported(rows: int) -> dict[str, float]:
    """Seconds on the clock of importing a workbook of so many rows, and of importing the same file again."""
    content = registry_workbook(rows, first_year=date(2019, 1, 1))
    took = []
    for _turn in range(2):
        started = time.perf_counter()
        import_registry(actor=SYSTEM, data=content, on=today())
        took.append(time.perf_counter() - started)
    return {"first": took[0], "again": took[1]}
