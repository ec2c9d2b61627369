"""Papers are numbered without gaps and without doubles."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import transaction

from opora.audit.actions import next_number

pytestmark = [pytest.mark.usefixtures("committed"), pytest.mark.django_db(transaction=True)]


def test_each_kind_and_year_has_a_row_of_numbers_of_its_own() -> None:
    given = [next_number("letter", 2026), next_number("letter", 2026), next_number("letter", 2027), next_number("act")]
    assert given == [1, 2, 1, 1]


def test_a_paper_that_was_not_kept_leaves_no_gap() -> None:
    with pytest.raises(ValueError, match="no ink"), transaction.atomic():
        next_number("letter", 2026)
        raise ValueError("no ink")
    assert next_number("letter", 2026) == 1


def test_of_many_who_ask_at_once_each_gets_a_number(at_once: Callable[..., list[Any]]) -> None:
    assert sorted(at_once(*[lambda: next_number("letter", 2026)] * 5)) == [1, 2, 3, 4, 5]
