"""Forty workbooks as organizations have them: rows, days and numbers as a person reads them, doubts asked about."""

import time
from collections.abc import Callable
from datetime import date

import pytest

from opora.registry.rules.choices import ColumnsUnclear
from opora.registry.rules.table import read_registry
from opora.registry.tests.forty import BOOKS, Book
from opora.registry.workbook import open_sheets

TODAY = date(2026, 11, 24)


def told(row):
    return (row.number, row.parent, row.children, row.opened_on, row.closed_on, row.entry, row.exit)


@pytest.mark.parametrize("book", BOOKS, ids=lambda book: book.name)
@pytest.mark.parametrize("saved", [Book.content, Book.old_content], ids=["xlsx", "xls"])
def test_a_workbook_is_read_as_a_person_reads_it(book: Book, saved: Callable[[Book], bytes]):
    began = time.process_time()
    try:
        reading = read_registry(open_sheets(saved(book)), on=TODAY)
    except ColumnsUnclear as unclear:
        assert [question.field for question in unclear.questions] == list(book.questions)
        return
    assert not book.questions
    assert [told(row) for row in reading.rows] == list(book.told)
    if book.departments:
        assert [row.department for row in reading.rows] == list(book.departments)
    assert [(issue.row, issue.code) for issue in reading.rejected] == list(book.asked)
    assert time.process_time() - began < 5


def test_there_are_forty_of_them():
    assert len({book.name for book in BOOKS}) == len(BOOKS) >= 40
