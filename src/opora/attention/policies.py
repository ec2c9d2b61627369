"""Who may do what with attention."""

from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor, can
from opora.common.errors import NotFound

WRONG_DAY = _("Choose a day after today, within three months.")
SAY_WHY = _("Say in a few words why no look is needed until then.")
TOO_LONG = _("This is too long to be kept. Shorten it.")
WRONG_NUMBER = _("Type a whole number from %(least)s to %(most)s.")


def check_can_set_rules(actor: Actor) -> None:
    """The signs are set by whoever sets up the organization's practice; for others they are only read."""
    if not can(actor, "practice.manage"):
        raise NotFound
