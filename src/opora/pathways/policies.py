"""Who may bring a process into force."""

from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor, Scope, scope
from opora.common.errors import Refused


def may_publish(actor: Actor) -> bool:
    """Whether this person answers for the practice."""
    return scope(actor, "practice.manage") is Scope.ALL


def check_can_publish(actor: Actor) -> None:
    """Processes are published, and paths carried to a new version, by whoever answers for the practice."""
    if not may_publish(actor):
        raise Refused(_("You may not publish processes."))
