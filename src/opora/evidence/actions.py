"""Rewriting the facts of cases: the only writer of this room, called in the transaction of the change itself."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from django.db import connection, transaction
from django.db.models import Q
from django.db.models.functions import TruncMonth

from opora.access.rules import SYSTEM
from opora.cases.queries import cases_of_same_children, children_of_former_closings, children_then
from opora.cases.rules.children_then import ChildThen
from opora.common.among import among
from opora.common.copying import copy_rows
from opora.common.dates import now
from opora.common.standing_tables import stands
from opora.evidence.models import CaseFact, ChildFact, FormerChild, ItemHelp, MonthTally
from opora.evidence.queries.depth import depth
from opora.evidence.queries.monthly import Group, count_months
from opora.evidence.rules.depth_help import FEW, HelpedItem
from opora.evidence.rules.rows import Cohort
from opora.programs.models import Program

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
# In the order of the people, so that two who close cases of the same children wait for each other and never both.
_LEDGER = """
INSERT INTO evidence_childclosings AS kept (person_id, closings)
SELECT person_id, more FROM unnest(%(people)s::bigint[], %(more)s::int[]) AS told(person_id, more) ORDER BY person_id
    ON CONFLICT (person_id) DO UPDATE SET closings = kept.closings + EXCLUDED.closings
"""
# Closings that were undone tell what they told then; of a case opened by mistake nothing is told.
# reads: cases_case, cases_closing
_OPENED_AGAIN = """
SELECT case_id FROM cases_closing WHERE case_id = ANY(%(case_ids)s) AND reopened_on IS NOT NULL
 UNION SELECT case_id FROM evidence_formerfact WHERE case_id = ANY(%(case_ids)s)
"""
_FORGET_FORMER = """
DELETE FROM {table} fact USING cases_case told
 WHERE told.id = fact.case_id AND told.id = ANY(%(case_ids)s) AND told.voided_on IS NOT NULL
"""
_SQL = Path(__file__).parent / "sql"
_PAIRS = (_SQL / "pairs.sql").read_text(encoding="utf-8").rstrip()
_REFRESH, _FORMER = (
    (_SQL / f"{name}.sql").read_text(encoding="utf-8").replace("{pairs}", _PAIRS)
    for name in ("refresh_facts", "former_facts")
)
_BEGIN = (_SQL / "begin_facts.sql").read_text(encoding="utf-8")


def begin_facts(*, case_ids: Sequence[int]) -> None:
    """The facts of cases opened for newcomers in this very transaction: nobody else can have changed them yet."""
    with connection.cursor() as cursor:
        for case_id in case_ids:
            cursor.execute(_BEGIN, {"case_id": case_id})


@transaction.atomic(savepoint=False)
def refresh_facts(*, case_ids: Iterable[int]) -> None:
    """Compute the facts of these cases anew, one or a hundred thousand, whoever changed them.

    The cases are locked first, in the order of their ids: of two people changing one case the second waits, and
    then counts what the first one saved.
    """
    wanted = sorted(set(case_ids))
    if not stands("evidence_childclosings"):
        return
    touched: set[Group] = set()
    with connection.cursor() as cursor:
        for start in range(0, len(wanted), BATCH):
            ids = {"case_ids": wanted[start : start + BATCH]}
            # reads: cases_case
            cursor.execute("SELECT FROM cases_case WHERE id = ANY(%(case_ids)s) ORDER BY id FOR NO KEY UPDATE", ids)
            touched |= _months_of(cursor, ids)
            _tell_of_children(cursor, ids["case_ids"])
            with _without_loops(cursor, len(ids["case_ids"])):
                cursor.execute(_REFRESH, ids)
            cursor.execute(_FORGET, ids)
            _tell_of_former_closings(cursor, ids)
            touched |= _months_of(cursor, ids)
    if touched:
        _count_anew(sorted(touched))


def refresh_families(*, case_ids: Iterable[int]) -> None:
    """Something was learned of the people of these cases: it counts in every case that names a child of theirs."""
    refresh_facts(case_ids=cases_of_same_children(sorted(set(case_ids))))


@transaction.atomic
def count_all_months() -> None:
    """Count every month anew, after an upgrade or when somebody doubts."""
    closed = CaseFact.objects.filter(closed_on__isnull=False).annotate(month=TruncMonth("closed_on"))
    groups = closed.order_by().values_list("program_id", "department_id", "month").distinct()
    if found := sorted(groups):
        _count_anew(found)


def count_old_months() -> None:
    """Count those months anew that were counted before all was kept of them that pages ask for."""
    # A month of social palliative cases alone has no figures, and so no order of its cases.
    unordered = Q(data__figures__sum_closed__isnull=False, data__figures__order_sum__isnull=True)
    old = MonthTally.objects.filter(Q(data__days__isnull=True) | unordered)
    for group in sorted(old.values_list("program_id", "department_id", "month")):
        with transaction.atomic():
            _count_anew([group])


def _tell_of_children(cursor: Any, case_ids: list[int]) -> None:
    """What the closed ones among these cases tell of their children, and of how many closings each child is told."""
    told = list(children_then(case_ids))
    before = ChildFact.objects.filter(among("case_id", case_ids))
    more = Counter(one.person_id for one in told)
    more.subtract(before.values_list("person_id", flat=True))
    changed = {person: number for person, number in more.items() if number}
    if changed:
        cursor.execute(_LEDGER, {"people": list(changed), "more": list(changed.values())})
    before.delete()
    rows = ((case_id, person_id, day, what.value, *rest) for case_id, person_id, day, what, *rest in told)
    copy_rows(ChildFact, ChildThen._fields, rows)


def _tell_of_former_closings(cursor: Any, ids: dict[str, list[int]]) -> None:
    """What those closings of these cases told that were undone, rewritten only where it is told otherwise now."""
    if not stands("evidence_formerchild"):
        return
    cursor.execute(_OPENED_AGAIN, ids)
    again = {"case_ids": sorted(case_id for (case_id,) in cursor.fetchall())}
    if not again["case_ids"]:
        return
    for table in ("evidence_formerfact", "evidence_formerchild"):
        cursor.execute(_FORGET_FORMER.format(table=table), again)
    told: set[tuple[Any, ...]] = {
        (closing, again_on, case_id, person_id, day, what.value, *rest)
        for closing, again_on, (case_id, person_id, day, what, *rest) in children_of_former_closings(again["case_ids"])
    }
    before = FormerChild.objects.filter(among("case_id", again["case_ids"]))
    columns = ("closing_id", "opened_again_on", *ChildThen._fields)
    if told != set(before.values_list(*columns)):
        before.delete()
        ordered = sorted(told, key=lambda one: (one[0], one[3]))
        copy_rows(FormerChild, columns, ordered)
    cursor.execute(_FORMER, again)


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


@transaction.atomic
def keep_item_help(*, on: date) -> None:
    """Count for every program beside which services items were solved, and keep what has enough families behind it."""
    kept = []
    for program in Program.objects.order_by("pk"):
        found = depth(actor=SYSTEM, cohort=Cohort(), program=program)
        kept += [
            ItemHelp(
                program=program,
                item=found.names[one.place].code,
                service_id=one.service_id,
                solved=one.given.n,
                given=one.given.total,
                low=one.given.interval[0],
                high=one.given.interval[1],
                others_solved=one.others.n,
                others=one.others.total,
                beside=one.said,
                counted_on=on,
            )
            for one in found.helped
            if _is_worth_saying(one) and one.given.interval is not None and one.place in found.names
        ]
    ItemHelp.objects.all().delete()
    ItemHelp.objects.bulk_create(kept, batch_size=1_000)


def _is_worth_saying(one: HelpedItem) -> bool:
    """Enough families behind it, and not a service beside which the item was solved less often than without it."""
    return one.given.total >= FEW and (one.given.share or 0) >= (one.others.share or 0)
