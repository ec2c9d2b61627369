"""What waits for somebody: unfinished drafts, forms to approve, open cases without an entry."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Exists, OuterRef

from opora.access.rules import Actor
from opora.assessments.models import Assessment, AssessmentDraft, Point
from opora.assessments.rules import ENTRY
from opora.cases.queries import visible_to


@dataclass(frozen=True, slots=True)
class DraftLine:
    """A form somebody began and did not finish."""

    case_id: int
    number: str
    point: str
    point_label: str
    assessment_id: int | None
    saved_at: datetime


@dataclass(frozen=True, slots=True)
class WaitingLine:
    """A form that waits for approval."""

    assessment_id: int
    case_id: int
    number: str
    point_label: str
    on: date
    weak: int


@dataclass(frozen=True, slots=True)
class UnassessedCase:
    """An open case without an entry assessment."""

    case_id: int
    number: str
    opened_on: date


def drafts_of(actor: Actor, *, limit: int = 20) -> list[DraftLine]:
    """The person's own drafts in cases they still may assess, latest first."""
    if actor.user_id is None:
        return []
    rows = AssessmentDraft.objects.filter(
        user_id=actor.user_id, case__in=visible_to(actor, "assessment.write").values("pk")
    ).order_by("-saved_at")[:limit]
    return [
        DraftLine(
            row["case_id"],
            row["case__number"],
            row["point"],
            str(Point(row["point"]).label),
            row["assessment_id"],
            row["saved_at"],
        )
        for row in rows.values("case_id", "case__number", "point", "assessment_id", "saved_at")
    ]


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


def unassessed(*, actor: Actor, limit: int = 20) -> list[UnassessedCase]:
    """Open cases this person may assess that have no entry yet, oldest first."""
    entries = Assessment.objects.filter(case=OuterRef("pk"), point=ENTRY).exclude(status=Assessment.Status.REPLACED)
    rows = (
        visible_to(actor, "assessment.write")
        .filter(closed_on=None)
        .filter(~Exists(entries))
        .order_by("opened_on", "id")
        .values_list("pk", "number", "opened_on")[:limit]
    )
    return [UnassessedCase(*row) for row in rows]
