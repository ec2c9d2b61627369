"""Rewriting the facts of cases: the only writer of this room, called in the transaction of the change itself."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.db import connection, transaction
from django.db.models.functions import TruncMonth

from opora.common.dates import now
from opora.evidence.models import CaseFact, MonthTally
from opora.evidence.queries.monthly import Group, count_months

BATCH = 10_000
MANY = 200

_MONTHS = """
SELECT DISTINCT program_id, department_id, date_trunc('month', closed_on)::date
  FROM evidence_casefact WHERE case_id = ANY(%(case_ids)s) AND closed_on IS NOT NULL
"""
# A case opened by mistake counts nowhere.
_FORGET = """
DELETE FROM evidence_casefact fact
 USING cases_case told WHERE told.id = fact.case_id AND told.id = ANY(%(case_ids)s) AND told.voided_on IS NOT NULL
"""
_REFRESH = (Path(__file__).parent / "sql" / "refresh_facts.sql").read_text(encoding="utf-8")


@transaction.atomic(savepoint=False)
def refresh_facts(*, case_ids: Iterable[int]) -> None:
    """Compute the facts of these cases anew, one or a hundred thousand, whoever changed them.

    The cases are locked first, in the order of their ids: of two people changing one case the second waits, and
    then counts what the first one saved.
    """
    wanted = sorted(set(case_ids))
    touched: set[Group] = set()
    with connection.cursor() as cursor:
        for start in range(0, len(wanted), BATCH):
            ids = {"case_ids": wanted[start : start + BATCH]}
            # reads: cases_case
            cursor.execute("SELECT FROM cases_case WHERE id = ANY(%(case_ids)s) ORDER BY id FOR NO KEY UPDATE", ids)
            touched |= _months_of(cursor, ids)
            with _without_loops(cursor, len(ids["case_ids"])):
                cursor.execute(_REFRESH, ids)
            cursor.execute(_FORGET, ids)
            touched |= _months_of(cursor, ids)
    if touched:
        _count_anew(sorted(touched))


@transaction.atomic
def count_all_months() -> None:
    """Count every month anew, after an upgrade or when somebody doubts."""
    closed = CaseFact.objects.filter(closed_on__isnull=False).annotate(month=TruncMonth("closed_on"))
    groups = closed.order_by().values_list("program_id", "department_id", "month").distinct()
    if found := sorted(groups):
        _count_anew(found)


def _months_of(cursor: Any, ids: dict[str, list[int]]) -> set[Group]:
    """The months of closing in which these cases count."""
    cursor.execute(_MONTHS, ids)
    return set(cursor.fetchall())


def _count_anew(groups: Sequence[Group]) -> None:
    """Keep the counts of these months as their cases are now.

    The months are held first, in order: whoever changes another case of the same month waits, and then counts
    this one too.
    """
    held = [
        MonthTally(program_id=program, department_id=department, month=month) for program, department, month in groups
    ]
    MonthTally.objects.bulk_create(
        held,
        update_conflicts=True,
        unique_fields=["program", "department", "month"],
        update_fields=["month"],
        batch_size=2_000,
    )
    counted = count_months(groups)
    for month in held:
        month.data = counted.get((month.program_id, month.department_id, month.month), {})
        month.counted_at = now()
    MonthTally.objects.bulk_update([month for month in held if month.data], ["data", "counted_at"], batch_size=500)
    MonthTally.objects.filter(pk__in=[month.pk for month in held if not month.data]).delete()


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
