"""The people who work here: their roles, and the end and the new beginning of their access."""

from collections.abc import Collection, Iterable

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access import policies
from opora.access.actions.door import end_sessions
from opora.access.models import Department, Invitation, RoleAssignment, User
from opora.access.rules import Actor, Grant, can, tidy_grants
from opora.audit.actions import record
from opora.common.dates import now
from opora.common.errors import Invalid, NotFound, Refused
from opora.common.news import tell
from opora.common.one_at_a_time import one_at_a_time
from opora.common.text import digits, squeeze

_NAME_LENGTH = 120


@transaction.atomic
def add_person(*, actor: Actor, name: str, email: str, grants: Iterable[Grant], password: str) -> User:
    """Make an account outright, with a password somebody else knows: for the command line and invented data.

    Raises ``Refused`` for anybody but the system: people join by invitation.
    """
    if not actor.is_system:
        raise Refused(_("People join by invitation. Please make one for this person."))
    user = create_account(name=name, email=email, password=password)
    given = set_grants(user, grants)
    record(actor=actor, verb="access.person_added", user=user.pk, roles=role_codes(given))
    return user


@transaction.atomic
def rename(*, actor: Actor, user_id: int, name: str, phone: str | None = None) -> None:
    """Correct a worker's name and telephone at work; one's own, or those of anybody for who keeps the accounts."""
    if actor.user_id != user_id:
        policies.check_can_manage(actor)
    user = _locked(user_id)
    user.name = checked_name(name)
    if phone is not None:
        user.phone = checked_phone(phone)
    user.save(update_fields=["name", "phone"])
    record(actor=actor, verb="access.person_renamed", user=user.pk)


@transaction.atomic
def change_roles(*, actor: Actor, user_id: int, grants: Iterable[Grant]) -> None:
    """Give and take roles, in the whole organization or in departments. Holds from the person's next page."""
    policies.check_can_manage(actor)
    policies.check_not_own_roles(actor, user_id)
    lock_roles()
    user = _locked(user_id)
    before = frozenset(RoleAssignment.objects.filter(user=user).values_list("role", "department_id"))
    after = checked_grants(grants)
    policies.check_can_grant(actor, before ^ after)
    policies.check_keys_stay(user_id, {role for role, _d in before} - {role for role, _d in after})
    set_grants(user, after)
    if given := after - before:
        record(actor=actor, verb="access.roles_given", user=user.pk, roles=role_codes(given), grants=_plain(given))
    if taken := before - after:
        record(actor=actor, verb="access.roles_taken", user=user.pk, roles=role_codes(taken), grants=_plain(taken))
    if not can(Actor(user.pk, user.name, after), "people.manage"):
        revoke_invitations_of(user_id)


@transaction.atomic
def deactivate(*, actor: Actor, user_id: int) -> None:
    """Close somebody's access at once: signed out everywhere, own invitations void. What he did stays on record."""
    policies.check_can_manage(actor)
    if actor.user_id == user_id:
        raise Refused(_("You cannot close your own access. Please ask another administrator or the head."))
    lock_roles()
    user = _locked(user_id)
    roles = set(RoleAssignment.objects.filter(user=user).values_list("role", flat=True))
    policies.check_can_grant(actor, [(role, None) for role in roles])
    policies.check_keys_stay(user_id, roles)
    if not user.is_active:
        return
    # The rooms above know what hangs on whom; whoever finds something refuses.
    tell("people.leaving", user_ids=[user_id])
    user.is_active = False
    user.save(update_fields=["is_active"])
    end_sessions(user_id=user_id)
    revoke_invitations_of(user_id)
    record(actor=actor, verb="access.deactivated", user=user.pk)


@transaction.atomic
def reactivate(*, actor: Actor, user_id: int) -> None:
    """Open somebody's access again, with the password and the roles he had."""
    policies.check_can_manage(actor)
    user = _locked(user_id)
    roles = set(RoleAssignment.objects.filter(user=user).values_list("role", flat=True))
    policies.check_can_grant(actor, [(role, None) for role in roles])
    if user.is_active:
        return
    user.is_active = True
    user.save(update_fields=["is_active"])
    record(actor=actor, verb="access.reactivated", user=user.pk)


def create_account(*, name: str, email: str, password: str) -> User:
    """The account itself, without roles; part of other actions, which journal it."""
    user = User(name=checked_name(name), email=free_email(email))
    user.set_password(password)
    user.save()
    return user


def set_grants(user: User, grants: Iterable[Grant]) -> frozenset[Grant]:
    """Leave the person with exactly these grants; part of other actions, which check and journal them."""
    wanted = checked_grants(grants)
    kept = {(row.role, row.department_id): row.pk for row in RoleAssignment.objects.filter(user=user)}
    RoleAssignment.objects.filter(pk__in=[pk for pair, pk in kept.items() if pair not in wanted]).delete()
    RoleAssignment.objects.bulk_create(
        RoleAssignment(user=user, role=role, department_id=department) for role, department in wanted - kept.keys()
    )
    return wanted


def checked_grants(grants: Iterable[Grant]) -> frozenset[Grant]:
    """The grants as kept; ``Invalid`` for a role or a department that is not there."""
    try:
        wanted = tidy_grants(grants)
    except ValueError as unknown:
        raise Invalid({"roles": _("There is no such role. Please choose from the list.")}) from unknown
    departments = {department for _role, department in wanted if department is not None}
    if departments - set(Department.objects.filter(pk__in=departments).values_list("pk", flat=True)):
        raise Invalid({"roles": _("One of the departments is no longer there. Please choose again.")})
    return wanted


def checked_name(name: str) -> str:
    """The name as kept."""
    name = squeeze(name)
    if not name:
        raise Invalid({"name": _("Type a name.")})
    if len(name) > _NAME_LENGTH:
        raise Invalid({"name": _("Shorten the name to 120 characters.")})
    return name


def checked_phone(phone: str) -> str:
    """The telephone as kept; none is none."""
    phone = squeeze(phone)
    if phone and not 3 <= len(digits(phone)) <= 15:
        raise Invalid({"phone": _("Type a telephone number, or leave the field empty.")})
    return phone


def free_email(email: str) -> str:
    """The address as kept, in small letters; ``Invalid`` when somebody has it, also somebody who left."""
    email = email.strip().lower()
    holder = User.objects.filter(email__iexact=email).first()
    if holder is not None and holder.is_active:
        raise Invalid({"email": _("Somebody with this e-mail works here already.")})
    if holder is not None:
        raise Invalid(
            {"email": _("This e-mail belongs to somebody whose access is closed. Open that access again instead.")}
        )
    return email


def role_codes(grants: Iterable[Grant]) -> list[str]:
    """The roles of some grants for the journal, each once."""
    return sorted({role for role, _department in grants})


def lock_roles() -> None:
    """Two people taking each other's last key must come one after the other."""
    one_at_a_time("access.roles")


def revoke_invitations_of(user_id: int) -> None:
    """Links handed out by somebody who may no longer invite let nobody in."""
    Invitation.objects.filter(invited_by_id=user_id, accepted_at=None, revoked_at=None).update(revoked_at=now())


def _locked(user_id: int) -> User:
    user = User.objects.select_for_update().filter(pk=user_id).first()
    if user is None:
        raise NotFound
    return user


def _plain(grants: Collection[Grant]) -> list[list[str | int | None]]:
    return sorted(([role, department] for role, department in grants), key=str)
