"""Who may see and keep what the organization says in public. It is public; only keeping it is work."""

from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor, can
from opora.common.errors import NotFound, Refused


def unseen() -> NotFound:
    """The one answer for a publication or channel that is not there and for one this person may not see."""
    return NotFound(_("There is no such publication or channel."))


def check_can_read(actor: Actor) -> None:
    """The list is for those who work here with partners."""
    if not can(actor, "partners.read"):
        raise unseen()


def may_keep(actor: Actor) -> bool:
    """Say whether the person enters publications and counts."""
    return can(actor, "partners.change")


def check_may_keep(actor: Actor) -> None:
    """Raise Refused for those who may only read."""
    check_can_read(actor)
    if not may_keep(actor):
        raise Refused(_("You may read this but not change it. Ask the coordinator."))
