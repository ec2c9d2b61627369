"""Families put aside until a day."""

from dataclasses import dataclass
from datetime import date

from opora.access.rules import Actor
from opora.attention.models import Aside
from opora.cases import queries as cases
from opora.families.sealing import opened


@dataclass(frozen=True, slots=True)
class AsideLine:
    """A family put aside: until when and why."""

    aside_id: int
    case_id: int
    until: date
    reason: str
    by: str


def put_aside(*, actor: Actor, on: date) -> list[AsideLine]:
    """The families in sight that are put aside, those who come back first on top."""
    seen = cases.visible_to(actor).filter(closed_on=None).values("pk")
    rows = Aside.objects.filter(ended_on=None, until__gt=on, case__in=seen).select_related("by").order_by("until", "pk")
    return [
        AsideLine(row.pk, row.case_id, row.until, opened(row, "reason"), row.by.name if row.by else "")
        for row in rows[:200]
    ]
