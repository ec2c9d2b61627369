"""The words written with a service: for the team of the family; about health for whoever may read of health."""

from opora.access.rules import Actor, can
from opora.families.sealing import opened
from opora.services.models import Provision


def may_read_note(actor: Actor, made: Provision) -> bool:
    """Health is nobody's business but of those who record help; its author reads it always (S1-47)."""
    if made.service.confidentiality == "ordinary":
        return True
    return actor.is_system or made.by_id == actor.user_id or can(actor, "health.read")


def note_of(actor: Actor, made: Provision) -> str:
    """What was written with a service, for a reader who sees the service itself; nothing for others."""
    return opened(made, "note") if may_read_note(actor, made) else ""
