"""Who may plan and record services; the sentences for what may not happen."""

from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor, can
from opora.common.errors import NotFound, Refused


def unseen() -> NotFound:
    """The one answer for a record that does not exist and for one this person may not see."""
    return NotFound(_("There is no such service."))


def check_can_record(actor: Actor) -> None:
    """Services are recorded by those who work with families."""
    if not (actor.is_system or can(actor, "help.record")):
        raise Refused(_("You may not record services."))
