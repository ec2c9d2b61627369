"""What waits for somebody: forms to approve."""

from dataclasses import dataclass
from datetime import date

from opora.access.rules import Actor
from opora.assessments.models import Assessment, Point
from opora.cases.queries import visible_to


@dataclass(frozen=True, slots=True)
class WaitingLine:
    """A form that waits for approval."""

    assessment_id: int
    case_id: int
    number: str
    point_label: str
    on: date
    weak: int


def waiting(*, actor: Actor, limit: int = 20) -> list[WaitingLine]:
    """Forms this person may approve, longest waiting first."""
    rows = (
        Assessment.objects.filter(
            status=Assessment.Status.SUBMITTED, case__in=visible_to(actor, "assessment.approve").values("pk")
        )
        .order_by("id")
        .values_list("pk", "case_id", "case__number", "point", "on", "weak")[:limit]
    )
    return [
        WaitingLine(pk, case_id, number, str(Point(point).label), on, weak)
        for pk, case_id, number, point, on, weak in rows
    ]
