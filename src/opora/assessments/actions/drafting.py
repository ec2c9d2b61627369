"""Keeping what somebody types, so that a closed tab or a lost signal loses nothing."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.assessments import policies
from opora.assessments.models import AssessmentDraft
from opora.assessments.queries.reading import get
from opora.assessments.queries.sheets import version_for
from opora.assessments.rules import POINTS
from opora.audit import actions as audit
from opora.cases.actions import ONE_LOOK
from opora.cases.queries import get_case, is_member
from opora.common.dates import now
from opora.common.errors import Conflict, NotFound, Refused


class DraftConflict(Conflict):
    """The same person typed into the same form in another window; `draft` is what that window saved."""

    def __init__(self, draft: AssessmentDraft) -> None:
        self.draft = draft
        super().__init__(_("This form is open in another window, and that window saved something else."))


@transaction.atomic
def save_draft(
    *,
    actor: Actor,
    case_id: int,
    point: str,
    payload: Mapping[str, Any],
    assessment_id: int | None = None,
    base_revision: int = 0,
    draft_revision: int | None = None,
) -> AssessmentDraft:
    """Keep a form as typed so far. Drafts are nobody's record yet and have no score; the journal says that one is kept,
    in one line for half an hour of typing, and nothing of what is typed.

    `draft_revision` is the draft's revision this window knows (0 for none, None to overwrite whatever is there).
    """
    if actor.user_id is None:
        raise Refused(_("Only a person keeps drafts."))
    if point not in POINTS:
        raise NotFound
    if assessment_id is not None:
        assessment = get(actor=actor, assessment_id=assessment_id)
        if assessment.case_id != case_id or assessment.version is None:
            raise policies.unseen()
        member = is_member(actor=actor, case_id=case_id)
        policies.check_can_write(actor, assessment.case, is_member=member)
        version = assessment.version
    else:
        case = get_case(actor=actor, case_id=case_id)
        policies.check_can_write(actor, case, is_member=is_member(actor=actor, case_id=case_id))
        version = version_for(actor=actor, case=case, point=point)
    draft, is_new = (
        _own_drafts(actor.user_id, case_id, point, assessment_id)
        .select_for_update()
        .get_or_create(
            defaults={
                "case_id": case_id,
                "point": point,
                "user_id": actor.user_id,
                "assessment_id": assessment_id,
                "version": version,
                "payload": dict(payload),
                "base_revision": base_revision,
                "saved_at": now(),
            },
        )
    )
    about = {"case_id": case_id, "draft": draft.pk}
    audit.record_many(actor=actor, verb="assessments.draft_kept", entries=[about], unless_since=now() - ONE_LOOK)
    if is_new:
        return draft
    if draft.payload_told == payload:
        return draft
    if draft_revision is not None and draft_revision != draft.revision:
        raise DraftConflict(draft)
    draft.payload = dict(payload)
    draft.version = version
    draft.base_revision = base_revision
    draft.saved_at = now()
    draft.revision += 1
    draft.save()
    return draft


@transaction.atomic
def discard_draft(*, actor: Actor, case_id: int, point: str, assessment_id: int | None = None) -> None:
    """Throw one's own draft away."""
    if actor.user_id is None:
        return
    for draft in _own_drafts(actor.user_id, case_id, point, assessment_id).select_for_update():
        audit.record(actor=actor, verb="assessments.draft_discarded", case_id=case_id, draft=draft.pk)
        draft.delete()


def end_draft(*, actor: Actor, case_id: int, point: str, assessment_id: int | None = None) -> None:
    """The form was handed in and has a line of its own: nothing of the draft stays."""
    if actor.user_id is not None:
        _own_drafts(actor.user_id, case_id, point, assessment_id).delete()


def _own_drafts(user_id: int, case_id: int, point: str, assessment_id: int | None) -> QuerySet[AssessmentDraft]:
    drafts = AssessmentDraft.objects.filter(case_id=case_id, point=point, user_id=user_id)
    if assessment_id is None:
        return drafts.filter(assessment__isnull=True)
    return drafts.filter(assessment_id=assessment_id)
