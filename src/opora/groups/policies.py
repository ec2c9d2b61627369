"""Who leads a group and who may put families on its list; the sentences for what may not happen."""

from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor, Scope, can, departments, hands, scope
from opora.common.errors import NotFound, Refused
from opora.groups.models import Group


def unseen() -> NotFound:
    """The one answer for a group that does not exist and for what this person may not do with it."""
    return NotFound(_("There is no such group."))


def may_see(actor: Actor) -> bool:
    """Groups are known to everybody who works with families; whose they are is told only to those who may know."""
    return actor.is_system or can(actor, "help.read")


def check_can_record(actor: Actor) -> None:
    """Groups are begun by those who work with families."""
    if not (actor.is_system or can(actor, "help.record")):
        raise Refused(_("You may not record groups."))


def may_lead(actor: Actor, group: Group) -> bool:
    """Whoever leads a group, whoever stands in for that one, the coordinator of its department, the head."""
    if actor.is_system or scope(actor, "help.record") is Scope.ALL:
        return True
    if group.department_id in departments(actor, "help.record"):
        return True
    people = hands(actor, "help.record")
    return bool(people) and group.leaders.filter(pk__in=people).exists()


def check_may_lead(actor: Actor, group: Group) -> None:
    """For anybody else it is as if there were nothing to be done."""
    if not may_lead(actor, group):
        raise unseen()
