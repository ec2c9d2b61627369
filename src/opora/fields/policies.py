"""Who may add fields and change them."""

from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor, Scope, scope
from opora.common.errors import Refused


def may_change(actor: Actor) -> bool:
    """Fields are added by whoever answers for the practice."""
    return scope(actor, "practice.manage") is Scope.ALL


def check_can_change(actor: Actor) -> None:
    """Raises Refused for everybody else."""
    if not may_change(actor):
        raise Refused(_("Only the administrator or the head of the organization adds fields."))
