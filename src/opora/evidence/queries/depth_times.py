"""How long it takes in a program: from opening to closing, and from the first form to the first improvement.

Cases opened in the period count, closed or not: of those closed in a period only the quick ones are old enough.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

from opora.access.rules import Actor
from opora.evidence.models import CaseFact
from opora.evidence.queries.seen import opened
from opora.evidence.rules.depth_time import Curve, curve
from opora.evidence.rules.rows import Cohort
from opora.programs.models import Program

_CLOSING = (
    "SELECT GREATEST(COALESCE(closed_on, %s) - opened_on - days_away, 0), closed_on IS NOT NULL, COUNT(*) FROM (",
    ") seen GROUP BY 1, 2 ORDER BY 1, 2",
)
# Improved: at least one weak side fewer than at entry, at whatever assessment that was first seen.
# reads: assessments_assessment
_IMPROVING = (
    "SELECT CASE WHEN came IS NULL THEN last ELSE came END, came IS NOT NULL, COUNT(*) FROM ("
    " SELECT MIN(later.on - entry.on) FILTER (WHERE later.weak < entry.weak) AS came, MAX(later.on - entry.on) AS last"
    " FROM (",
    ") seen JOIN assessments_assessment entry ON entry.id = seen.entry_id AND entry.weak > 0"
    " LEFT JOIN assessments_assessment later ON later.case_id = seen.case_id AND later.id <> entry.id"
    " AND later.instrument_code = entry.instrument_code AND later.status = 'approved' AND later.point <> 'entry'"
    " AND later.on >= entry.on AND later.on <= %s"
    " GROUP BY seen.case_id) told GROUP BY 1, 2 ORDER BY 1, 2",
)


@dataclass(frozen=True, slots=True)
class Times:
    """Two curves of waiting; `once` families were assessed once only, so nothing is known of their way."""

    closing: Curve | None
    improvement: Curve | None
    once: int


def times(*, actor: Actor, cohort: Cohort, program: Program, on: date) -> Times:
    """The times of a program as they are known on a day. Raises Refused."""
    seen = opened(actor=actor, cohort=cohort).filter(program_id=program.pk, opened_on__lte=on)
    closing = _counted(_CLOSING, seen.values_list("opened_on", "closed_on", "days_away"), (on,), first=True)
    improving = _counted(_IMPROVING, seen.filter(entry_id__isnull=False).values_list("case_id", "entry_id"), (on,))
    once = improving.pop((None, False), 0)
    return Times(curve(_known(closing)), curve(_known(improving)), once)


def _known(counted: Counter[tuple[int | None, bool]]) -> Mapping[tuple[int, bool], int]:
    return {(days, happened): n for (days, happened), n in counted.items() if days is not None}


def _counted(
    around: tuple[str, str], seen: "QuerySet[CaseFact, Any]", more: tuple[Any, ...], *, first: bool = False
) -> Counter[tuple[int | None, bool]]:
    try:
        statement, parameters = seen.order_by().query.sql_with_params()
    except EmptyResultSet:
        return Counter()
    with connection.cursor() as cursor:
        cursor.execute(statement.join(around), (*more, *parameters) if first else (*parameters, *more))
        return Counter({(days, happened): n for days, happened, n in cursor.fetchall()})
