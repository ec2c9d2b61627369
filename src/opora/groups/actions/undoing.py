"""A group made by mistake: taken away while nothing is recorded of it, voided with a reason afterwards."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.errors import Conflict, Invalid
from opora.groups import policies
from opora.groups.actions.following import follow
from opora.groups.models import Commitment, Group, Guest, HomeworkResult, Participant, Session
from opora.groups.queries.finding import find_group
from opora.groups.queries.page import is_empty

LONGEST_REASON = 500


@transaction.atomic
def remove_group(*, actor: Actor, group_id: int) -> None:
    """Nobody was on its list and no meeting was marked: it goes along with the days that were planned."""
    group = _hold(actor, group_id)
    if not is_empty(group):
        raise Conflict(_("Somebody was on the list already, or a meeting was marked. Void the group instead."))
    audit.record(actor=actor, verb="groups.removed", title=group.title)
    group.sessions.all().delete()
    group.delete()


@transaction.atomic
def void_group(*, actor: Actor, group_id: int, reason: str, on: date) -> Group:
    """It never was, or stands twice: services of its meetings are taken back, it counts nowhere and stays readable."""
    group = _hold(actor, group_id)
    if not reason.strip() or len(reason.strip()) > LONGEST_REASON:
        raise Invalid({"reason": _("Say why in a few words, up to 500 letters.")})
    for record in (Participant, Guest, Commitment, HomeworkResult):
        way = "group" if record is Participant else "session__group"
        record.objects.filter(**{way: group}).update(voided_on=on)
    for session in Session.objects.select_for_update(of=("self",)).filter(group=group).select_related("group__service"):
        session.is_held = False
        session.save(update_fields=["is_held"])
        follow(actor, session)
    group.voided_on, group.voided_why = on, reason.strip()
    group.save(update_fields=["voided_on", "voided_why"])
    audit.record(actor=actor, verb="groups.voided", group=group.pk)
    return group


def _hold(actor: Actor, group_id: int) -> Group:
    group = find_group(actor=actor, group_id=group_id)
    policies.check_may_lead(actor, group)
    held = Group.objects.select_for_update(of=("self",)).filter(pk=group.pk).first()
    if held is None:
        raise policies.unseen()
    return held
