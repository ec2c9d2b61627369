"""How long the work with a family usually takes; the time a case stood closed before it was opened again is none."""

from collections import Counter
from dataclasses import replace

from django.db.models import Count, QuerySet

from opora.access.rules import Actor
from opora.evidence.models import MonthTally
from opora.evidence.queries.monthly import DAYS_OF_WORK, cut
from opora.evidence.queries.seen import facts
from opora.evidence.queries.years import told_of, whole_of, years_of
from opora.evidence.rules.counts import Counts
from opora.evidence.rules.rows import Cohort


def usual_days(*, actor: Actor, cohort: Cohort, program_id: int, mark: str = "") -> int | None:
    """The days of work within which half of the cases of a program were closed; None without any.

    Kept months are added up as far as they reach, the rest is walked through. `mark` is that of its outcome, where the
    caller has it: then nothing is asked that was known when it was counted.
    """
    if (whole := whole_of(mark)) is not None and whole.days is not None:
        return _middle(whole.days)
    of_it = replace(cohort, program_ids=(program_id,))
    beside = seen = facts(actor=actor, cohort=of_it)
    parts = cut(seen, actor=actor, cohort=of_it)
    added = None if parts is None else _added_up(parts.months)
    if parts is not None and added is not None:
        beside = seen.none() if parts.loose is None else parts.loose
    found = added or Counter()
    for days, cases in beside.order_by().values_list(DAYS_OF_WORK).annotate(cases=Count("*")):
        found[days] += cases
    return _middle(Counts.of(found))


def _middle(counted: Counts) -> int | None:
    return counted.at_rank((counted.n - 1) // 2) if counted.n else None


def _added_up(months: QuerySet[MonthTally]) -> Counter[int] | None:
    """How many cases took so many days; None while a month was counted before its days were kept."""
    added: Counter[int] = Counter()
    for _program, year in years_of(told_of(months)):
        if year.days is None:
            return None
        added.update(year.days)
    return added
