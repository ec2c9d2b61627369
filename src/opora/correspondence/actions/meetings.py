"""Joint meetings with authorities and partners: who was there, what came of it (S2-44)."""

from collections.abc import Collection
from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.errors import Conflict, Invalid
from opora.common.seen import check_seen
from opora.common.text import squeeze
from opora.correspondence import policies
from opora.correspondence.models import JointMeeting
from opora.correspondence.queries import meeting_in_sight
from opora.families.sealing import opened
from opora.partners.models import Partner

_CHANGED = _("Somebody else changed this meeting while you were typing. Compare it and save again.")
_LONGEST = 5_000


@transaction.atomic
def keep_meeting(
    *,
    actor: Actor,
    meeting_id: int | None = None,
    revision: int | None = None,
    partner_ids: Collection[int],
    topic: str,
    present: str = "",
    results: str = "",
    on: date,
) -> JointMeeting:
    """A meeting, new or known, with what came of it."""
    policies.check_may_keep(actor)
    meeting = JointMeeting(by_id=actor.user_id) if meeting_id is None else _held(actor, meeting_id)
    if meeting_id is not None:
        check_seen(meeting.revision, revision, _CHANGED)
    known = set(Partner.objects.filter(pk__in=partner_ids).values_list("pk", flat=True))
    wrong: dict[str, object] = {}
    if not known or known != set(partner_ids):
        wrong["partner_ids"] = _("Choose whom you met from the directory.")
    if not 0 < len(squeeze(topic)) <= 300:
        wrong["topic"] = _("Say in a few words what the meeting was about.")
    for name, text in (("present", present), ("results", results)):
        if len(text) > _LONGEST:
            wrong[name] = _("This is too long to be kept. Shorten it.")
    if wrong:
        raise Invalid(wrong)
    meeting.on, meeting.topic = on, squeeze(topic)
    meeting.present, meeting.results = present.strip(), results.strip()
    meeting.revision += 1
    meeting.save()
    meeting.partners.set(known)
    audit.record(actor=actor, verb="correspondence.meeting_kept", meeting=meeting.pk)
    return meeting


@transaction.atomic
def read_meeting(*, actor: Actor, meeting_id: int) -> tuple[JointMeeting, str, str]:
    """A meeting with who was there and what came of it."""
    meeting = meeting_in_sight(actor=actor, meeting_id=meeting_id)
    audit.record(actor=actor, verb="correspondence.meeting_read", meeting=meeting.pk)
    return meeting, str(opened(meeting, "present")), str(opened(meeting, "results"))


@transaction.atomic
def void_meeting(*, actor: Actor, meeting_id: int, on: date) -> JointMeeting:
    """A meeting entered by mistake counts nowhere."""
    policies.check_may_keep(actor)
    meeting = _held(actor, meeting_id)
    meeting.voided_on = on
    meeting.save(update_fields=["voided_on"])
    audit.record(actor=actor, verb="correspondence.meeting_voided", meeting=meeting.pk)
    return meeting


def _held(actor: Actor, meeting_id: int) -> JointMeeting:
    meeting = JointMeeting.every.select_for_update().get(pk=meeting_in_sight(actor=actor, meeting_id=meeting_id).pk)
    if meeting.voided_on is not None:
        raise Conflict(_("This meeting is voided. Nothing was changed."))
    return meeting
