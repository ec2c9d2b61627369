"""Who may change an assessment form and bring it into force."""

from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor, Scope, scope
from opora.common.errors import Refused


def may_change(actor: Actor) -> bool:
    """Forms are written and published by whoever answers for the practice."""
    return scope(actor, "practice.manage") is Scope.ALL


def check_can_change(actor: Actor) -> None:
    """Raises Refused for everybody else."""
    if not may_change(actor):
        raise Refused(_("Assessment forms are published by a methodologist, the head or an administrator."))
