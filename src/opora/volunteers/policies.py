"""Who may know volunteers and donors, and who keeps them."""

from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor, can
from opora.common.errors import NotFound, Refused


def unseen() -> NotFound:
    """The one answer for a volunteer who is not there and for one this person may not see."""
    return NotFound(_("There is no such volunteer or donor."))


def may_know_donors(actor: Actor) -> bool:
    """Donors are chosen where goods are received, too."""
    return can(actor, "partners.read") or can(actor, "goods.read")


def check_may_keep_donors(actor: Actor) -> None:
    """Donors are kept with the volunteers and by whoever keeps the warehouse."""
    if not may_know_donors(actor):
        raise unseen()
    if not (may_keep(actor) or can(actor, "goods.manage")):
        raise Refused(_("You may read this but not change it. Ask the coordinator."))


def check_can_read(actor: Actor) -> None:
    """Volunteers and donors are known to those who work with partners."""
    if not can(actor, "partners.read"):
        raise unseen()


def may_keep(actor: Actor) -> bool:
    """Say whether the person enters and changes volunteers and donors."""
    return can(actor, "partners.change")


def check_may_keep(actor: Actor) -> None:
    """Raise Refused for those who may only read."""
    check_can_read(actor)
    if not may_keep(actor):
        raise Refused(_("You may read this but not change it. Ask the coordinator."))
