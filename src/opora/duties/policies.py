"""Who may look at somebody's work, and the sentences for what may not happen."""

from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor, Scope, can, scope
from opora.common.errors import NotFound


def may_look(actor: Actor, user_id: int) -> bool:
    """One's own work, that of colleagues for whoever leads, and that of anybody for who keeps the accounts."""
    return actor.user_id == user_id or leads(actor) or can(actor, "people.manage")


def leads(actor: Actor) -> bool:
    """Say whether the person leads others: a coordinator in her departments, the head everywhere."""
    return scope(actor, "case.read") >= Scope.DEPARTMENT


def check_can_look(actor: Actor, user_id: int) -> None:
    """Raise NotFound for whoever may not know."""
    if not may_look(actor, user_id):
        raise NotFound


NOTHING = _("Choose what is to be passed on and to whom.")
SAY_WHY = _("Say why, for whoever takes it over.")
