"""Whom a figure counts, one by one: for whoever must tell whether they are few."""

from datetime import date
from typing import Any, NamedTuple

from django.db import connection

from opora.access.rules import Actor
from opora.indicators import policies
from opora.indicators.queries.composed import find_indicator
from opora.indicators.queries.statements import Asked, each_once
from opora.indicators.rules import Period


class SubjectCounted(NamedTuple):
    """One that a figure counts: its state, its family and place, its newest day, what its facts amount to."""

    subject: int
    state: str
    family_id: int | None
    program_id: int | None
    department_id: int | None
    on: date
    amount: float
    dims: tuple[str, ...]


def subjects_behind(
    *, actor: Actor, code: str, period: Period, program_ids: tuple[int, ...] = ()
) -> list[SubjectCounted]:
    """Everyone behind the figure of an indicator, each once. Raises Refused, NotFound."""
    policies.check_can_read(actor)
    found = find_indicator(actor=actor, code=code)
    if period.is_empty:
        return []
    sentence, values = each_once(actor, Asked(found.measure, [found.days_of(period)], program_ids, (), found.filters))
    with connection.cursor() as cursor:
        cursor.execute(sentence, values)
        return [_told(row) for row in cursor.fetchall()]


def _told(row: tuple[Any, ...]) -> SubjectCounted:
    subject, state, family_id, program_id, department_id, on, amount, dims = row
    return SubjectCounted(
        subject, state, family_id, program_id, department_id, on, float(amount or 0), tuple(dims or ())
    )
