"""Open cases whose next assessment is due: so many months after the last one, as their program says (S4-18)."""

from dataclasses import dataclass
from datetime import date

from opora.access.rules import Actor
from opora.cases.queries import visible_to
from opora.evidence.models import CaseFact


@dataclass(frozen=True, slots=True)
class DueReview:
    """A family to be assessed anew."""

    case_id: int
    number: str
    client_code: str
    due_on: date


def reviews_due(*, actor: Actor, until: date, limit: int = 20) -> list[DueReview]:
    """The open cases this person may assess whose next assessment is due by a day, the longest waiting first."""
    waiting = CaseFact.objects.filter(closed_on=None, review_due_on__lte=until)
    seen = waiting.filter(case_id__in=visible_to(actor, "assessment.write").values("pk"))
    rows = seen.order_by("review_due_on", "case_id").values_list("case_id", "number", "parent_code", "review_due_on")
    return [DueReview(pk, number, code, due_on) for pk, number, code, due_on in rows[:limit] if due_on is not None]


def review_due_on(case_id: int) -> date | None:
    """When the next assessment of a case is due, which has been read for the person already; None without an entry."""
    return CaseFact.objects.filter(pk=case_id).values_list("review_due_on", flat=True).first()
