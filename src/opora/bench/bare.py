"""The same outcome table and figures with nothing but SQL and SciPy: what our own code is held against."""

from collections import defaultdict
from typing import Any

import numpy as np
from django.db import connection
from scipy import stats

from opora.access.queries import actor_of
from opora.bench.measure import processor_time
from opora.evidence.queries import outcomes
from opora.evidence.rules.rows import Cohort

ROUNDS = 25
"""A small table takes little more than a tick of the clock by which the database is measured: many are added up."""

# reads: access_department, evidence_casefact
_ROWS = """
    SELECT f.program_id, d.name, f.parent_code, f.child_codes, f.number, f.opened_on, f.closed_on, f.extended_to,
           f.followed_up_on, f.entry, f.exit, f.change, f.entry_sections, f.exit_sections, f.solved, f.new,
           f.change_both, f.entry_complete, f.exit_complete, f.has_items, f.assessor_known, f.children,
           f.children_known, f.children_kept, f.follow_up_due_on, f.follow_up_score, f.case_id
    FROM evidence_casefact f JOIN access_department d ON d.id = f.department_id
    WHERE f.closed_on IS NOT NULL ORDER BY f.case_id
"""
_ENTRY, _EXIT, _CHANGE = 9, 10, 11


def table_beside_ours(filler: Any) -> dict[str, float]:
    """Seconds of processor time of our outcome table and of the bare one, and their ratio: means of many rounds.

    Raises RuntimeError when they tell different figures.
    """
    actor = actor_of(user_id=filler.head)

    def ours() -> Any:
        return outcomes(actor=actor, cohort=Cohort(), limit=None)

    ours(), outcome_table()
    pairs = []
    for _round in range(ROUNDS):
        mine, found = processor_time(ours)
        plain, (rows, figures) = processor_time(outcome_table)
        pairs.append((mine, plain))
    for program in found.programs:
        expected = figures[program.program_id]
        told = (program.closed, program.entry.total, program.shift.estimate)
        same = told == (expected["closed"], expected["entry_sum"], expected["hodges_lehmann"])
        if not same or len(rows[program.program_id]) != len(program.rows):
            raise RuntimeError(f"our figures and the bare ones differ for {program.name}")
    mine, plain = (sum(times) / ROUNDS for times in zip(*pairs, strict=True))
    return {"ours": mine, "bare": plain, "ratio": mine / plain}


def outcome_table() -> tuple[dict[int, list[Any]], dict[int, dict[str, Any]]]:
    """All rows of every program, and its sums, quantiles, shares, intervals and tests."""
    with connection.cursor() as cursor:
        cursor.execute(_ROWS)
        rows = cursor.fetchall()
    by_program: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        by_program[row[0]].append(row)
    return by_program, {program: _figures(found) for program, found in by_program.items()}


def _figures(rows: list[Any]) -> dict[str, Any]:
    paired = [row for row in rows if row[_CHANGE] is not None]
    entry, exit_ = (np.array([row[place] for row in paired]) for place in (_ENTRY, _EXIT))
    return {"closed": len(rows), **statistics_of(entry, exit_)}


def statistics_of(entry: Any, exit_: Any) -> dict[str, Any]:
    """What SciPy says of the scores of pairs of forms."""
    change = entry - exit_
    better, worse = int((change >= 1).sum()), int((change <= -1).sum())
    test = {
        side: stats.wilcoxon(change, zero_method="pratt", alternative=side, method="approx").pvalue
        for side in ("two-sided", "greater")
    }
    return {
        "paired": len(change),
        "entry_sum": int(entry.sum()),
        "exit_sum": int(exit_.sum()),
        "mean": float(change.mean()),
        "median": float(np.median(change)),
        "improved": stats.binomtest(better, len(change)).proportion_ci(),
        "sign_test": stats.binomtest(better, better + worse).pvalue,
        "wilcoxon": test,
        "hodges_lehmann": _hodges_lehmann(change),
    }


def _hodges_lehmann(change: Any) -> float:
    """SciPy has no such estimate; over whole numbers it is a weighted median of pair sums."""
    values, counts = np.unique(change, return_counts=True)
    low = int(values[0])
    histogram = np.zeros(int(values[-1]) - low + 1)
    histogram[values - low] = counts
    pairs = np.convolve(histogram, histogram)
    pairs[::2] += histogram
    cumulated = np.cumsum(pairs / 2)
    middle = cumulated[-1] / 2
    # Of an even number of pairs the two in the middle are averaged.
    inner = np.searchsorted(cumulated, middle, "left") + np.searchsorted(cumulated, middle, "right")
    return float(inner / 2 + 2 * low) / 2
