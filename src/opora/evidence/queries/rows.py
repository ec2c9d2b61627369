"""Rows of the outcome table, in the order in which the cases were entered or imported."""

import gc
from collections.abc import Hashable, Iterator
from contextlib import contextmanager
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import F, QuerySet

from opora.evidence.models import CaseFact
from opora.evidence.queries.put_together import statement
from opora.evidence.rules.rows import OutcomeRow

# In the order of OutcomeRow's fields, so that a hundred thousand rows are made without naming each field.
_COLUMNS = (
    "case_id",
    "department_id",
    "department_name",
    "number",
    "opened_on",
    "closed_on",
    "parent_code",
    "child_codes",
    "extended_to",
    "follow_up_due_on",
    "followed_up_on",
    "entry",
    "exit",
    "follow_up_score",
    "entry_sections",
    "exit_sections",
    "entry_complete",
    "exit_complete",
    "change_both",
    "solved",
    "new",
    "has_items",
    "assessor_known",
    "children",
    "children_known",
    "children_kept",
    "children_with_relatives",
    "children_known_later",
    "children_kept_later",
)


def read_rows(
    seen: QuerySet[CaseFact], *, limit: int | None = None, offset: int = 0, known_by: Hashable | None = None
) -> tuple[OutcomeRow, ...]:
    """The facts as rows; a limit of None gives all of them.

    A hundred thousand rows go from the driver into tuples without the ORM touching each, which halves the time;
    without the collector of garbage looking through them again and again, that is halved once more.
    """

    def found() -> QuerySet[CaseFact, Any]:
        wanted = seen.order_by("case_id")[offset : None if limit is None else offset + limit]
        return wanted.annotate(department_name=F("department__name")).values_list(*_COLUMNS)

    try:
        text, parameters = statement(f"rows {limit} {offset}", found, known_by)
    except EmptyResultSet:
        return ()
    with connection.cursor() as cursor, _nothing_to_collect():
        cursor.execute(text, parameters)
        return tuple(map(OutcomeRow._make, cursor.fetchall()))


@contextmanager
def _nothing_to_collect() -> Iterator[None]:
    """Let the collector of garbage rest while only rows are made that all stay."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
