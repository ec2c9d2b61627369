"""Rewriting the facts of cases: the only writer of this room, called in the transaction of the change itself."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.db import connection, transaction

BATCH = 10_000
MANY = 200

_REFRESH = (Path(__file__).parent / "sql" / "refresh_facts.sql").read_text(encoding="utf-8")


@transaction.atomic
def refresh_facts(*, case_ids: Iterable[int]) -> None:
    """Compute the facts of these cases anew, one or a hundred thousand, whoever changed them.

    The cases are locked first, in the order of their ids: of two people changing one case the second waits, and
    then counts what the first one saved.
    """
    wanted = sorted(set(case_ids))
    with connection.cursor() as cursor:
        for start in range(0, len(wanted), BATCH):
            ids = {"case_ids": wanted[start : start + BATCH]}
            cursor.execute("SELECT FROM cases_case WHERE id = ANY(%(case_ids)s) ORDER BY id FOR NO KEY UPDATE", ids)
            with _without_loops(cursor, len(ids["case_ids"])):
                cursor.execute(_REFRESH, ids)


@contextmanager
def _without_loops(cursor: Any, count: int) -> Iterator[None]:
    """Keep the planner from loops within loops while many cases are refreshed.

    Within the transaction of an import the tables' statistics are still those from before it: the planner takes
    ten thousand new cases for a handful, and a second becomes a minute.
    """
    if count < MANY:
        yield
        return
    cursor.execute("SET LOCAL enable_nestloop = off")
    yield
    cursor.execute("SET LOCAL enable_nestloop = on")
