"""Rewriting the facts of cases: the only writer of this room, called in the transaction of the change itself."""

from collections.abc import Iterable
from pathlib import Path

from django.db import connection, transaction

BATCH = 10_000

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
            cursor.execute(_REFRESH, ids)
