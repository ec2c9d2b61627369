"""One record of groups, for whoever may know it."""

from opora.access.rules import Actor
from opora.groups import policies
from opora.groups.models import Commitment, Group, Guest, Participant, Session
from opora.process.queries import within_sight


def find_group(*, actor: Actor, group_id: int, even_voided: bool = False) -> Group:
    """A group, for everybody who works with families."""
    known = Group.every.all() if even_voided else Group.objects.all()
    found = known.select_related("service", "department", "program").filter(pk=group_id).first()
    if found is None or not policies.may_see(actor):
        raise policies.unseen()
    return found


def find_session(*, actor: Actor, session_id: int) -> Session:
    """A meeting of a group, for everybody who works with families."""
    sessions = Session.objects.select_related("group__service", "group__department")
    found = sessions.filter(pk=session_id, group__voided_on=None).first()
    if found is None or not policies.may_see(actor):
        raise policies.unseen()
    return found


def participant_in_sight(*, actor: Actor, participant_id: int) -> Participant:
    """A line of a list: for whoever sees the family, and for whoever leads the group."""
    found = Participant.objects.select_related("group", "person").filter(pk=participant_id).first()
    if found is None or not policies.may_see(actor):
        raise policies.unseen()
    if not policies.may_lead(actor, found.group) and not within_sight(actor, Participant.objects.filter(pk=found.pk)):
        raise policies.unseen()
    return found


def commitment_in_sight(*, actor: Actor, commitment_id: int) -> Commitment:
    """What was agreed about a family this person sees."""
    found = within_sight(actor, Commitment.objects.filter(pk=commitment_id)).select_related("session__group").first()
    if found is None:
        raise policies.unseen()
    return found


def guest_in_sight(*, actor: Actor, guest_id: int) -> Guest:
    """Somebody invited to a meeting about a family this person sees."""
    found = within_sight(actor, Guest.objects.filter(pk=guest_id)).select_related("session__group").first()
    if found is None:
        raise policies.unseen()
    return found
