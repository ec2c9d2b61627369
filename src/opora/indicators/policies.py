"""Who may read indicators, who sets their targets, and who enters what nobody can compute."""

from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor, Scope, can, scope
from opora.common.errors import Refused

READ = "outcomes.read"


def check_can_read(actor: Actor) -> None:
    """Refuse whoever has no business with figures; which cases they count is up to the query."""
    if not can(actor, READ):
        raise Refused(_("Indicators are not part of your work here. Ask the head of the organization."))


def may_set(actor: Actor) -> bool:
    """Targets, outside figures and own indicators belong to whoever answers for the practice."""
    return scope(actor, "practice.manage") is Scope.ALL


def check_can_set(actor: Actor) -> None:
    """Raises Refused for everybody else."""
    if not may_set(actor):
        raise Refused(_("Targets and outside figures are set by whoever answers for the practice."))
