"""The outcome study of every program over a million cases: what it costs beside bare SQL and SciPy, and its memory.

The study reads what is kept of closed cases and nothing else, so nothing else is made: the cases of a small house are
copied within the database with their facts, again and again.
"""

import resource
import sys
from importlib import import_module
from typing import Any, Final

import numpy as np
from django.db import connection, transaction
from django.db.models import Max

from opora.access.queries import actor_of
from opora.access.rules import Actor
from opora.bench.bare import statistics_of
from opora.bench.measure import processor_time
from opora.cases.models import Case
from opora.evidence.actions import count_all_months
from opora.evidence.models import CaseFact, ChildFact
from opora.evidence.queries import outcomes
from opora.evidence.rules.outcomes import ProgramOutcome
from opora.evidence.rules.rows import Cohort
from opora.programs.models import Program

INVENTED: Final = 2_000
"""So many cases are invented one by one; all others are copies of them."""
ROUNDS: Final = 3
# By what a copy differs from the one it is made of.
_OTHER: Final = {
    Case: {"id": "id + copy * {case}", "number": "number || '-' || copy", "number_key": "number_key || '-' || copy"},
    CaseFact: {"case_id": "case_id + copy * {case}", "number": "number || '-' || copy"},
    ChildFact: {
        "id": "id + copy * {child}",
        "case_id": "case_id + copy * {case}",
        "person_id": "person_id + copy * {person}",
    },
}
_COPY: Final = "INSERT INTO {table} ({columns}) SELECT {told} FROM {table}, generate_series(1, %s) copy"
# reads: evidence_casefact
_COUNTED: Final = """
SELECT COUNT(*), SUM(children), SUM(children_known), SUM(children_kept), COUNT(*) FILTER (WHERE entry IS NULL),
       COUNT(*) FILTER (WHERE exit IS NULL), COUNT(*) FILTER (WHERE solved > 0), SUM(new)
  FROM evidence_casefact WHERE closed_on IS NOT NULL AND NOT is_palliative AND program_id = %s
"""
# reads: evidence_casefact
_PAIRS: Final = """
SELECT entry, exit FROM evidence_casefact
 WHERE closed_on IS NOT NULL AND NOT is_palliative AND change IS NOT NULL AND program_id = %s
"""


def study_beside_ours(filler: Any, cases: int) -> dict[str, float]:
    """Seconds of processor time of all studies, ours with nothing in memory and the bare ones; our memory in MiB.

    Raises RuntimeError when they tell different figures.
    """
    _copy_to(cases)
    with connection.cursor() as cursor:
        # What others work for the database is not seen in its own processor time.
        cursor.execute("SET max_parallel_workers_per_gather = 0")
    actor, programs = actor_of(user_id=filler.head), list(Program.objects.order_by("pk"))
    mine = [processor_time(lambda: [_study(actor, one) for one in programs]) for _round in range(ROUNDS)]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2)
    bare = [processor_time(lambda: [bare_study(one.pk) for one in programs]) for _round in range(ROUNDS)]
    for found, plain in zip(mine[-1][1], bare[-1][1], strict=True):
        told = (found.closed, found.entry.total, found.shift.estimate)
        if told != (plain["closed"], plain["entry_sum"], plain["hodges_lehmann"]):
            raise RuntimeError(f"our study and the bare one differ for {found.name}")
    ours, plainly = (sum(seconds for seconds, _found in one) / ROUNDS for one in (mine, bare))
    return {"ours": ours, "bare": plainly, "ratio": ours / plainly, "peak": peak}


def bare_study(program_id: int) -> dict[str, Any]:
    """Counts by SQL, and statistics of all pairs of forms by SciPy."""
    with connection.cursor() as cursor:
        cursor.execute(_COUNTED, [program_id])
        (counted,) = cursor.fetchall()
        cursor.execute(_PAIRS, [program_id])
        pairs = np.array(cursor.fetchall(), dtype=np.int64)
    return {"closed": counted[0], **statistics_of(pairs[:, 0], pairs[:, 1])}


def _study(actor: Actor, program: Program) -> ProgramOutcome:
    """The study as its page asks for it, when nothing of it was asked for before."""
    reading = import_module("opora.evidence.queries.outcomes")
    reading._COUNTED.forget()
    reading._OUTCOMES.forget()
    (found,) = outcomes(actor=actor, cohort=Cohort((program.pk,)), limit=0).programs
    return found


def _copy_to(cases: int) -> None:
    """Copy the cases that are there until there are so many, and count the months of all."""
    copies = max(0, cases // max(1, Case.objects.count()) - 1)
    steps = {
        "case": Case.objects.aggregate(last=Max("pk"))["last"],
        **ChildFact.objects.aggregate(child=Max("pk"), person=Max("person_id")),
    }
    with transaction.atomic(), connection.cursor() as cursor:
        # Copies are of records that were checked: neither keys nor marks are needed of them.
        cursor.execute("SET LOCAL session_replication_role = replica")
        for model, other in _OTHER.items():
            table = model._meta.db_table
            columns = [field.column for field in model._meta.concrete_fields]
            told = ", ".join(other[one].format(**steps) if one in other else f'"{one}"' for one in columns)
            named = ", ".join(f'"{one}"' for one in columns)
            cursor.execute(_COPY.format(table=table, columns=named, told=told), [copies])
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE cases_case, evidence_casefact, evidence_childfact")
    count_all_months()
