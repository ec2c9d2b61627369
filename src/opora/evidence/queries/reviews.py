"""When the next assessment of a case is due: so many months after the last one, as its program says (S4-18)."""

from datetime import date
from typing import Any

from django.db.models import QuerySet

from opora.common.asked_often import written_once
from opora.common.asked_together import Asking
from opora.common.told_along import record_of, told_by
from opora.evidence.models import CaseFact


def ask_review_due(case_id: int) -> Asking[date | None]:
    """Asks when the next assessment of a case read already is due; None without an entry."""
    return Asking(_due(case_id=case_id), lambda told: record_of(CaseFact, told[0]).review_due_on if told else None)


@written_once
def _due(*, case_id: int) -> QuerySet[CaseFact, dict[str, Any]]:
    return told_by(CaseFact.objects.filter(pk=case_id).order_by(), "case_id", "review_due_on")
