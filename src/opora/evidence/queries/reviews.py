"""When the next assessment of a case is due: so many months after the last one, as its program says (S4-18)."""

from datetime import date

from opora.common.planning import ask_known


def review_due_on(case_id: int) -> date | None:
    """When the next assessment of a case is due, which has been read for the person already; None without an entry."""
    found = ask_known("SELECT review_due_on FROM evidence_casefact WHERE case_id = %s", [case_id])
    return found[0][0] if found else None
