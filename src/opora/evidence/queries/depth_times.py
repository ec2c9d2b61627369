"""How long it takes in a program: from opening to closing, and from the first form to the first improvement.

Cases opened in the period count, closed or not: of those closed in a period only the quick ones are old enough. They
are counted by the month in which they were opened, and a month without a change is kept as it was counted.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Count, QuerySet, Sum
from django.db.models.functions import TruncMonth

from opora.access.rules import Actor
from opora.common.dates import add_months
from opora.common.kept import Kept
from opora.evidence.models import CaseFact
from opora.evidence.queries.marks import ONE
from opora.evidence.queries.seen import opened
from opora.evidence.rules.depth_time import Curve, curve
from opora.evidence.rules.rows import Cohort
from opora.programs.models import Program

# Cases of some tens of thousands were opened in as many months as are kept here.
_KEPT = Kept(1_000)
_CLOSING = (
    "SELECT date_trunc('month', opened_on)::date, GREATEST(COALESCE(closed_on, %s) - opened_on - days_away, 0),"
    " closed_on IS NOT NULL, COUNT(*) FROM (",
    ") seen GROUP BY 1, 2, 3",
)
# Improved: at least one weak side fewer than at entry, at whatever assessment that was first seen.
# reads: assessments_assessment
_IMPROVING = (
    "SELECT month, CASE WHEN came IS NULL THEN last ELSE came END, came IS NOT NULL, COUNT(*) FROM ("
    " SELECT date_trunc('month', seen.opened_on)::date AS month,"
    " MIN(later.on - entry.on) FILTER (WHERE later.weak < entry.weak) AS came, MAX(later.on - entry.on) AS last"
    " FROM (",
    ") seen JOIN assessments_assessment entry ON entry.id = seen.entry_id AND entry.weak > 0"
    " LEFT JOIN assessments_assessment later ON later.case_id = seen.case_id AND later.id <> entry.id"
    " AND later.instrument_code = entry.instrument_code AND later.status = 'approved' AND later.point <> 'entry'"
    " AND later.on >= entry.on AND later.on <= %s"
    " GROUP BY seen.case_id, seen.opened_on) told GROUP BY 1, 2, 3",
)
Waits = Counter[tuple[int | None, bool]]


@dataclass(frozen=True, slots=True)
class Times:
    """Two curves of waiting; `once` families were assessed once only, so nothing is known of their way."""

    closing: Curve | None
    improvement: Curve | None
    once: int


def times(*, actor: Actor, cohort: Cohort, program: Program, on: date) -> Times:
    """The times of a program as they are known on a day. Raises Refused."""
    seen = opened(actor=actor, cohort=cohort).filter(program_id=program.pk, opened_on__lte=on)
    closing: Waits = Counter()
    improving: Waits = Counter()
    for of_month in _by_month(seen, program, on):
        closing += of_month[0]
        improving += of_month[1]
    once = improving.pop((None, False), 0)
    return Times(curve(_known(closing)), curve(_known(improving)), once)


def _by_month(seen: "QuerySet[CaseFact]", program: Program, on: date) -> list[tuple[Waits, Waits]]:
    # Every change of a case or of a form writes its fact anew.
    marks = (
        seen.order_by().annotate(month=TruncMonth("opened_on")).values("month").annotate(n=Count("*"), told=Sum(ONE))
    )
    keys = {one["month"]: (program.pk, one["month"], one["n"], one["told"], on) for one in marks}
    found = {month: _KEPT.find(key) for month, key in keys.items()}
    missing = [month for month, waits in found.items() if waits is None]
    if missing:
        within = seen.filter(opened_on__gte=min(missing), opened_on__lt=add_months(max(missing), 1))
        closing = _counted(_CLOSING, within.values_list("opened_on", "closed_on", "days_away"), (on,), first=True)
        with_form = within.filter(entry_id__isnull=False).values_list("case_id", "entry_id", "opened_on")
        improving = _counted(_IMPROVING, with_form, (on,))
        for month in missing:
            found[month] = _KEPT.put(keys[month], (closing[month], improving[month]))
    return list(found.values())


def _known(counted: Waits) -> Mapping[tuple[int, bool], int]:
    known = {(days, happened): n for (days, happened), n in counted.items() if days is not None}
    return dict(sorted(known.items()))


def _counted(
    around: tuple[str, str], seen: "QuerySet[CaseFact, Any]", more: tuple[Any, ...], *, first: bool = False
) -> dict[date, Waits]:
    found: dict[date, Waits] = defaultdict(Counter)
    try:
        statement, parameters = seen.order_by().query.sql_with_params()
    except EmptyResultSet:
        return found
    with connection.cursor() as cursor:
        cursor.execute(statement.join(around), (*more, *parameters) if first else (*parameters, *more))
        for month, days, happened, n in cursor.fetchall():
            found[month][days, happened] = n
    return found
