"""Who may write a note of a kind, and what nobody may."""

from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor, Role, can
from opora.common.errors import NotFound, Refused
from opora.notes.models import ConfidentialNote

# Notes of therapy are written by those who do it; the others by whoever works with the family.
WRITERS = {
    ConfidentialNote.Kind.THERAPY.value: frozenset({Role.PSYCHOLOGIST}),
    ConfidentialNote.Kind.PSYCHOLOGY.value: frozenset({Role.PSYCHOLOGIST}),
    ConfidentialNote.Kind.LEGAL.value: frozenset({Role.SPECIALIST, Role.CASE_MANAGER}),
    ConfidentialNote.Kind.HEALTH.value: frozenset({Role.PSYCHOLOGIST, Role.SPECIALIST, Role.CASE_MANAGER}),
}


def unseen() -> NotFound:
    """The one answer for a note that does not exist and for one that is not for this person."""
    return NotFound(_("There is no such note."))


def kinds_for(actor: Actor) -> tuple[str, ...]:
    """The kinds of notes this person writes."""
    if actor.user_id is None or not can(actor, "notes.read"):
        return ()
    return tuple(kind for kind, roles in WRITERS.items() if not roles.isdisjoint(actor.roles))


def check_can_write(actor: Actor, kind: str) -> None:
    """A note of therapy is written by a psychologist, and by nobody in another's stead."""
    if kind not in kinds_for(actor):
        raise Refused(_("You may not write a note of this kind."))


def check_can_hand_on(actor: Actor) -> None:
    """After the author left, the head may name somebody, and writes down why."""
    if not can(actor, "notes.hand_on"):
        raise unseen()
