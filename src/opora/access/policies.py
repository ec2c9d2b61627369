"""Who may change accounts and roles, and which changes would leave the organization without a key."""

from collections.abc import Collection
from dataclasses import replace

from django.utils.translation import gettext_lazy as _

from opora.access.models import RoleAssignment, User
from opora.access.rules import KEY_ROLES, Actor, Grant, Role, Scope, can, departments, scope
from opora.common.errors import Refused


def check_can_manage(actor: Actor) -> None:
    """Accounts are kept by the administrator and the head."""
    if not can(actor, "people.manage"):
        raise Refused(_("Only an administrator or the head can change accounts. Please ask one of them."))


def check_can_grant(actor: Actor, changed: Collection[Grant]) -> None:
    """Only a head makes or unmakes a head: who keeps the accounts must not let himself into the families.

    While an organization has no head, its administrator names the first.
    """
    if actor.is_system or Role.HEAD in actor.roles or Role.HEAD not in {role for role, _ in changed}:
        return
    if has_active(Role.HEAD):
        raise Refused(_("Only a head of organization can make somebody head or take that role away."))


def check_not_own_roles(actor: Actor, user_id: int) -> None:
    """Nobody raises himself. A head has every ability already, so he may tidy his own roles."""
    if actor.user_id == user_id and Role.HEAD not in actor.roles:
        raise Refused(_("You cannot change your own roles. Please ask another administrator or the head."))


def check_can_help_in(actor: Actor, user: User) -> None:
    """Only a head lets a head in by a new password or without the second factor: such help opens his account."""
    if actor.is_system or Role.HEAD in actor.roles:
        return
    if RoleAssignment.objects.filter(user=user, role=Role.HEAD).exists():
        raise Refused(_("This person is head of organization. Only another head can do this."))


def has_active(role: str, *, besides: int | None = None) -> bool:
    """Whether somebody who still works here has the role, one person left aside."""
    holders = RoleAssignment.objects.filter(role=role, user__is_active=True)
    if besides is not None:
        holders = holders.exclude(user_id=besides)
    return holders.exists()


def check_keys_stay(user_id: int, lost: Collection[str]) -> None:
    """The last administrator and the last head keep their role until somebody else has it."""
    labels = {
        Role.ADMINISTRATOR: _("This is the last administrator. Give that role to somebody else first."),
        Role.HEAD: _("This is the last head of organization. Give that role to somebody else first."),
    }
    for role in KEY_ROLES:
        if role in lost and not has_active(role, besides=user_id):
            raise Refused(labels[role])


def may_name_substitute(actor: Actor, user_id: int) -> bool:
    """Everybody names an own substitute; for others whoever leads all the places in which they work.

    The rights of a head or a coordinator are lent by themselves or by a head: nobody rises by naming himself.
    """
    if actor.is_system or actor.user_id == user_id:
        return True
    own = replace(actor, stands_for=())
    reach = scope(own, "case.read")
    if reach is Scope.ALL:
        return True
    held = set(RoleAssignment.objects.filter(user_id=user_id).values_list("role", "department_id"))
    if reach is not Scope.DEPARTMENT or {role for role, _place in held} & {*KEY_ROLES, Role.COORDINATOR}:
        return False
    return {place for _role, place in held if place is not None} <= departments(own, "case.read")


def check_can_name_substitute(actor: Actor, user_id: int) -> None:
    """Raise Refused for everybody else."""
    if not may_name_substitute(actor, user_id):
        raise Refused(_("A substitute is named by the person, by his or her coordinator, or by the head."))
