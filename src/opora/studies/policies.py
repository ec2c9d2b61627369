"""Who may read studies and who may ask in the name of the house; it holds no family."""

from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor, can
from opora.common.errors import NotFound, Refused


def unseen() -> NotFound:
    """The one answer for a study that is not there and for one this person may not see."""
    return NotFound(_("There is no such analysis."))


def check_can_read(actor: Actor) -> None:
    """Whoever reads outcomes reads what was asked of them."""
    if not can(actor, "outcomes.read"):
        raise unseen()


def may_register(actor: Actor) -> bool:
    """Whoever may take outcomes out of the house answers for what it claims."""
    return can(actor, "outcomes.export")


def check_may_register(actor: Actor) -> None:
    """Raise Refused for those who may only read."""
    check_can_read(actor)
    if not may_register(actor):
        raise Refused(_("You may read analyses here but not register them. Ask the head of the organization."))
