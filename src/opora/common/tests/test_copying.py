"""What is copied in stands in the table as if it had been saved row by row, whatever signs the words hold."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from opora.audit.models import JournalEntry
from opora.common.copying import copy_rows

pytestmark = pytest.mark.django_db

WORDS = st.text(st.characters(exclude_characters="\0", exclude_categories=("Cs",)), max_size=40)
MOMENTS = st.datetimes(datetime.min.replace(year=1900), timezones=st.just(UTC))
NUMBERS = st.none() | st.integers(-(2**63), 2**63 - 1)


@given(rows=st.lists(st.tuples(MOMENTS, WORDS, NUMBERS, NUMBERS), max_size=6))
def test_what_is_copied_in_is_read_as_it_was_given(rows: list[tuple[datetime, str, int | None, int | None]]) -> None:
    told = [(at, name, "cases.opened", case_id, actor_id) for at, name, case_id, actor_id in rows]
    ids = copy_rows(JournalEntry, ("at", "actor_name", "verb", "case_id", "actor_id"), told)
    kept = JournalEntry.objects.in_bulk(ids)
    assert [(one.at, one.actor_name, one.verb, one.case_id, one.actor_id) for one in map(kept.get, ids) if one] == told
    assert all(one.data == {} and one.person_id is None for one in kept.values())


def test_thousands_of_rows_keep_their_order_and_columns_of_several_kinds() -> None:
    told = [(f"Отдел \\{place}\t\\.\n", place % 3 == 0, place if place % 2 else None) for place in range(4_321)]
    now = datetime.now(UTC)
    names = ("at", "verb", "actor_name", "data", "case_id")
    ids = copy_rows(
        JournalEntry, names, ((now, "cases.opened", name, "true" if odd else "[1.5]", case) for name, odd, case in told)
    )
    found = JournalEntry.objects.filter(pk__in=ids).order_by("pk").values_list("actor_name", "data", "case_id")
    assert list(found) == [(name, True if odd else [1.5], case) for name, odd, case in told]


def test_lists_of_numbers_and_words_go_over_as_they_are() -> None:
    numbers: list[list[Any]] = [[1, -2, 2**40], [1, None], [[1, 2], [3, 4]]]
    words: list[list[Any]] = [["И34", "", "null", "a,b", "{}", " "], ['"', "\\"], ["И\n\t", None], []]
    with connection.cursor() as cursor:
        for kind, lists in (("bigint[]", numbers), ("text[]", words), ("boolean[]", [[True, False]])):
            for given_list in lists:
                cursor.execute(f"SELECT %s::{kind}", [given_list])
                assert cursor.fetchone()[0] == given_list
