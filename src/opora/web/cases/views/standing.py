"""What the case file says beside the case itself: its type, and what has to be looked at again and when."""

from datetime import date
from typing import Any

from opora.access.rules import Actor
from opora.cases.queries import CaseFile
from opora.common.dates import add_months
from opora.evidence.queries.reviews import review_due_on
from opora.intake.queries.risk_review import risk_review
from opora.process import queries as paths
from opora.web.cases.views.on_the_path import coming_of_age


def standing_of(actor: Actor, found: CaseFile, *, on: date) -> dict[str, Any]:
    """When an open case is assessed anew and its risks are looked at (S4-18, S4-34); whether it is palliative."""
    route = paths.route_of_case(actor=actor, case_id=found.case.pk)
    told: dict[str, Any] = {"route": route, "apart": coming_of_age(actor, found.case, route)}
    if not found.is_open:
        return told
    due_on = review_due_on(found.case.pk)
    told |= {"review_due_on": due_on, "review_is_late": due_on is not None and due_on < on}
    told["review_is_near"] = due_on is not None and due_on <= add_months(on, 1)
    if route is not None:
        route.program = found.case.program
        review = risk_review(route)
        told |= {"risk_review": review, "risk_is_late": review.is_late(on)}
        told["risk_is_near"] = review.due_on is not None and review.due_on <= add_months(on, 1)
    return told
