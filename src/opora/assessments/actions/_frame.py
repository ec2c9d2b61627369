"""What every change of an assessment begins and ends with."""

from typing import Any

from opora.access.rules import Actor
from opora.assessments.models import Assessment
from opora.audit.actions import record
from opora.cases.models import Case
from opora.cases.policies import unseen
from opora.cases.queries import visible_to
from opora.common.news import tell


def lock_case(*, actor: Actor, case_id: int) -> Case:
    """Hold the case, so that of two people handing in one form at once the second sees the first's."""
    case = (
        Case.objects.select_for_update(of=("self",))
        .select_related("program", "department", "client", "family")
        .filter(pk__in=visible_to(actor).filter(pk=case_id).values("pk"))
        .first()
    )
    if case is None:
        raise unseen()
    return case


def finish(actor: Actor, assessment: Assessment, verb: str, **data: Any) -> None:
    """Journal what happened and tell whoever listens."""
    case = assessment.case
    record(
        actor=actor,
        verb=verb,
        case_id=case.pk,
        family_id=case.family_id,
        number=case.number,
        point=assessment.point,
        day=assessment.on.isoformat(),
        assessment=assessment.pk,
        **data,
    )
    tell("assessments.changed", case_ids=[case.pk])
