"""When the next assessment of a case is due: so many months after the last one, as its program says (S4-18)."""

from datetime import date

from opora.evidence.models import CaseFact


def review_due_on(case_id: int) -> date | None:
    """When the next assessment of a case is due, which has been read for the person already; None without an entry."""
    return CaseFact.objects.filter(pk=case_id).values_list("review_due_on", flat=True).first()
