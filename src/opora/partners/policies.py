"""Who keeps the directory and who refers families, and the sentences for what may not happen."""

from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor, Scope, scope
from opora.common.errors import NotFound, Refused
from opora.process.models import Route
from opora.process.queries import may_work


def unseen() -> NotFound:
    """The one answer for an entry that does not exist and for one that this person may not see."""
    return NotFound(_("There is no such entry in the directory of partners."))


def check_can_read(actor: Actor) -> None:
    """Raise NotFound for those who do not work with partners."""
    if scope(actor, "partners.read") is Scope.NONE:
        raise unseen()


def may_change(actor: Actor) -> bool:
    """Say whether the person keeps the directory."""
    return scope(actor, "partners.change") is not Scope.NONE


def check_can_change(actor: Actor) -> None:
    """Raise Refused unless the person keeps the directory."""
    if not may_change(actor):
        raise Refused(_("You may read the directory of partners but not change it. Ask the coordinator."))


def may_refer(actor: Actor, route: Route) -> bool:
    """Say whether the person may refer the family of this path; also after its end, when help goes on elsewhere."""
    return scope(actor, "partners.read") is not Scope.NONE and may_work(actor=actor, route=route)


def check_can_refer(actor: Actor, route: Route) -> None:
    """Raise Refused unless the person may refer this family."""
    if not may_refer(actor, route):
        raise Refused(_("You may read this path but not refer its family to a partner."))
