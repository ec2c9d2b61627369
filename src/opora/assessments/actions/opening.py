"""Looking at a filled form is an event: it speaks of a family (X-10)."""

from django.db import transaction

from opora.access.rules import Actor
from opora.assessments.models import Assessment
from opora.assessments.queries.reading import get
from opora.audit.actions import record


@transaction.atomic
def open_assessment(*, actor: Actor, assessment_id: int) -> Assessment:
    """Give a filled form to whoever may read the case, and write down who looked."""
    assessment = get(actor=actor, assessment_id=assessment_id)
    record(
        actor=actor,
        verb="assessments.opened",
        case_id=assessment.case_id,
        family_id=assessment.case.family_id,
        number=assessment.case.number,
        point=assessment.point,
        day=assessment.on.isoformat(),
        assessment=assessment.pk,
    )
    return assessment
