"""Who may change accounts and roles, and which changes would leave the organization without a key."""

from collections.abc import Collection

from django.utils.translation import gettext_lazy as _

from opora.access.models import RoleAssignment, User
from opora.access.rules import KEY_ROLES, Actor, Grant, Role, can
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
