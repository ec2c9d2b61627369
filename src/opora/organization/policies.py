"""Who may say what the organization is called and where its money goes."""

from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor, can
from opora.common.errors import Refused


def check_can_change(actor: Actor) -> None:
    """The head and the administrator keep the details of the organization."""
    if not can(actor, "organization.manage"):
        raise Refused(_("Only the head or an administrator changes the details of the organization."))
