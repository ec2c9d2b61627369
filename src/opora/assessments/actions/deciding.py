"""The coordinator's word on a form: it counts, or it goes back."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.assessments import policies
from opora.assessments.actions._frame import finish, lock_case
from opora.assessments.models import Assessment
from opora.assessments.queries.reading import get, standing_of
from opora.assessments.rules import ENTRY, EXIT, Obstacle
from opora.cases.queries import is_member
from opora.common.dates import now
from opora.common.errors import Conflict, Invalid


@transaction.atomic
def approve(*, actor: Actor, assessment_id: int, revision: int | None = None) -> Assessment:
    """From now on the form counts in the results (S3-73). Approving twice changes nothing."""
    assessment = _for_decision(actor, assessment_id)
    if assessment.status == Assessment.Status.APPROVED:
        return assessment
    _check_is_current(assessment, revision)
    if assessment.status == Assessment.Status.RETURNED:
        raise Conflict(_("The assessment was returned for rework. It can be approved after it has been corrected."))
    if assessment.point == EXIT and not _has_approved_entry(assessment):
        policies.refuse([Obstacle.NO_APPROVED_ENTRY])
    assessment.status = Assessment.Status.APPROVED
    assessment.approved_by_id = actor.user_id
    assessment.approved_at = now()
    assessment.save(update_fields=["status", "approved_by", "approved_at"])
    finish(actor, assessment, "assessments.approved", weak=assessment.weak)
    return assessment


@transaction.atomic
def return_for_rework(*, actor: Actor, assessment_id: int, reason: str, revision: int | None = None) -> Assessment:
    """Send a form back with a reason; an approved one stops counting until it is corrected and approved again."""
    assessment = _for_decision(actor, assessment_id)
    _check_is_current(assessment, revision)
    if assessment.is_total_only:
        raise Conflict(_("This total came from the registry. Correct it there and import the registry again."))
    if not reason.strip():
        raise Invalid({"reason": _("Say in a few words what should be corrected.")})
    assessment.status = Assessment.Status.RETURNED
    assessment.return_reason = reason.strip()[:2000]
    assessment.approved_by = None
    assessment.approved_at = None
    assessment.save(update_fields=["status", "return_reason", "approved_by", "approved_at"])
    finish(actor, assessment, "assessments.returned")
    return assessment


def _has_approved_entry(assessment: Assessment) -> bool:
    """The entry may have gone back for rework after the exit was begun; the exit waits for it."""
    return any(one.point == ENTRY and one.is_approved for one in standing_of(assessment.case_id))


def _for_decision(actor: Actor, assessment_id: int) -> Assessment:
    case_id = get(actor=actor, assessment_id=assessment_id).case_id
    case = lock_case(actor=actor, case_id=case_id)
    policies.check_can_approve(actor, case, is_member=is_member(actor=actor, case_id=case_id))
    return get(actor=actor, assessment_id=assessment_id)


def _check_is_current(assessment: Assessment, revision: int | None) -> None:
    is_other = revision is not None and revision != assessment.revision
    if is_other or assessment.status == Assessment.Status.REPLACED:
        raise Conflict(_("The assessment was corrected meanwhile. Look at the newest revision."))
