"""Unfinished forms into other hands: only to whoever may assess in the same case."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from opora.access.hanging import Giving, Item
from opora.access.models import User
from opora.access.queries import actor_for
from opora.assessments.models import AssessmentDraft
from opora.audit import actions as audit
from opora.cases.queries import visible_to
from opora.common.errors import Invalid


@transaction.atomic
def pass_on_drafts(giving: Giving, items: Sequence[Item]) -> None:
    """The new hands go on with these forms; what they answered in the same form themselves stays, gaps are filled."""
    receiver = actor_for(User.objects.get(pk=giving.to_user_id))
    may = set(visible_to(receiver, "assessment.write").values_list("pk", flat=True))
    if closed := [item.words for item in items if item.case_id not in may]:
        sentence = _("This person may not open %(which)s, so the forms begun there cannot be passed on to him or her.")
        raise Invalid({"draft": sentence % {"which": ", ".join(closed)}})
    for draft in AssessmentDraft.objects.select_for_update().filter(pk__in=[one.key for one in items]).order_by("pk"):
        _give(draft, giving.to_user_id)
    entries = [{"case_id": item.case_id, "family_id": item.family_id, "user": giving.to_user_id} for item in items]
    audit.record_many(actor=giving.actor, verb="assessments.draft_passed_on", entries=entries)


def _give(draft: AssessmentDraft, user_id: int) -> None:
    same = AssessmentDraft.objects.select_for_update().filter(
        case_id=draft.case_id, point=draft.point, assessment=draft.assessment, user_id=user_id
    )
    own = same.first()
    if own is None:
        AssessmentDraft.objects.filter(pk=draft.pk).update(user_id=user_id, revision=F("revision") + 1)
        return
    own.payload, own.revision = _filled(own.payload_told, draft.payload_told), own.revision + 1
    own.save(update_fields=["payload", "revision"])
    draft.delete()


def _filled(own: Mapping[str, Any], came: Mapping[str, Any]) -> dict[str, Any]:
    both = dict(came)
    for name, value in own.items():
        if isinstance(value, dict):
            both[name] = _filled(value, came.get(name) or {})
        elif value not in ("", None, []):
            both[name] = value
    return both
