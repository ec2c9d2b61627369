"""A list that is read whole is searched as one types it, and turned page by page."""

import pytest
from django.test import RequestFactory

from opora.web.shell.searching import holds, searched

ROWS = [f"Комната {n}" for n in range(1, 8)]


@pytest.mark.parametrize(
    ("text", "told", "found"),
    [
        ("", ("что угодно",), True),
        ("АЛЁНА", ("Зимина Алена",), True),
        ("зимина алён", ("Алена", "Зимина"), True),
        ("17/2021лд", ("17/2021 лд",), True),
        ("COBA", ("Сова",), True),
        ("сова лес", ("Сова",), False),
        ("7", (7, None), True),
    ],
)
def test_each_word_stands_somewhere_however_it_is_typed(text, told, found):
    assert holds(text, told) is found


def asked(**query):
    return searched(RequestFactory().get("/", query), ROWS, lambda row: (row,), size=3)


def test_pages_are_cut_from_what_was_found_and_the_workbook_has_all_of_it():
    first = asked()
    assert (list(first.rows), len(first.every), first.is_filtered) == (ROWS[:3], 7, False)
    assert first.pager.older is not None and first.pager.newer is None
    last = asked(page="3")
    assert (list(last.rows), last.pager.older) == (ROWS[6:], None)
    found = asked(q="комната 5", page="1")
    assert (list(found.rows), list(found.every), found.is_filtered) == ([ROWS[4]], [ROWS[4]], True)


def test_what_cannot_be_read_narrows_nothing():
    assert len(asked(q="а" * 200).every) == 7
