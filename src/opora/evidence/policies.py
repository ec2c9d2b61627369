"""Who may read outcomes, and who may take them out of the house."""

from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor, can
from opora.common.errors import Refused


def can_read_outcomes(actor: Actor) -> bool:
    """Whether there are outcomes for this person at all; which cases they count is up to the query."""
    return can(actor, "outcomes.read")


def check_can_read_outcomes(actor: Actor) -> None:
    """Refuse whoever has no business with outcomes."""
    if not can_read_outcomes(actor):
        raise Refused(_("Outcomes are not part of your work here. Ask the head of the organization."))


def can_export_outcomes(actor: Actor) -> bool:
    """Whether this person may take the outcome table out of the house: it shows single cases (X-13)."""
    return can(actor, "outcomes.export")


def check_can_export_outcomes(actor: Actor) -> None:
    """Refuse whoever may read outcomes but not take them away."""
    if not can_export_outcomes(actor):
        raise Refused(_("You may read outcomes here but not export them. Ask the head of the organization."))
