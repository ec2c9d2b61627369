"""How people join: by a link that works once. The database keeps only the hash of its secret."""

import secrets
from collections.abc import Iterable
from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access import policies
from opora.access.actions.people import (
    checked_grants,
    checked_name,
    create_account,
    free_email,
    lock_roles,
    role_codes,
    set_grants,
)
from opora.access.models import Invitation, User
from opora.access.queries import find_invitation, somebody_works_here
from opora.access.rules import SYSTEM, Actor, Grant, Role, hash_token
from opora.audit.actions import record
from opora.common.dates import now
from opora.common.errors import Invalid, NotFound, Refused

SETUP_LIFETIME = timedelta(days=1)
INVITATION_LIFETIME = timedelta(days=7)


@transaction.atomic
def create_setup_link() -> str | None:
    """The path of the link for the first administrator, good for a day; None when somebody works here already.

    A new link ends those made before, so that only the last one printed in the terminal opens.
    """
    lock_roles()
    if somebody_works_here():
        return None
    Invitation.objects.filter(kind=Invitation.Kind.SETUP, accepted_at=None, revoked_at=None).update(revoked_at=now())
    token = secrets.token_urlsafe(32)
    Invitation(kind=Invitation.Kind.SETUP, token_hash=hash_token(token), expires_at=now() + SETUP_LIFETIME).save()
    record(actor=SYSTEM, verb="access.setup_link_made")
    return f"/setup/{token}/"


@transaction.atomic
def accept_setup(*, token: str, name: str, email: str, password: str, is_head: bool) -> User:
    """The first person joins as administrator, and as head of organization when he leads it.

    Raises ``NotFound`` for a link that is used, expired or void, or when somebody works here already.
    """
    lock_roles()
    invitation = _take(token, Invitation.Kind.SETUP)
    if somebody_works_here():
        raise NotFound
    user = create_account(name=name, email=email, password=password)
    roles = [Role.ADMINISTRATOR, Role.HEAD] if is_head else [Role.ADMINISTRATOR]
    given = set_grants(user, [(role, None) for role in roles])
    _spend(invitation, user)
    record(actor=Actor(user.pk, user.name, given), verb="access.set_up", user=user.pk)
    return user


@transaction.atomic
def invite(*, actor: Actor, name: str, email: str, grants: Iterable[Grant]) -> tuple[Invitation, str]:
    """Make a link for one person with the roles he will have; gives the invitation and the secret of its link.

    The link works once, within seven days. An earlier open invitation for the same address becomes void.
    """
    policies.check_can_manage(actor)
    wanted = checked_grants(grants)
    if not wanted:
        raise Invalid({"roles": _("Choose at least one role.")})
    policies.check_can_grant(actor, wanted)
    email = free_email(email)
    earlier = Invitation.objects.filter(email__iexact=email, accepted_at=None, revoked_at=None)
    earlier.update(revoked_at=now())
    token = secrets.token_urlsafe(32)
    invitation = Invitation(
        token_hash=hash_token(token),
        email=email,
        name=checked_name(name),
        roles=sorted(([role, department] for role, department in wanted), key=str),
        invited_by_id=actor.user_id,
        expires_at=now() + INVITATION_LIFETIME,
    )
    invitation.save()
    record(actor=actor, verb="access.invited", invitation=invitation.pk, roles=role_codes(wanted))
    return invitation, token


@transaction.atomic
def revoke_invitation(*, actor: Actor, invitation_id: int) -> None:
    """Make an invitation void before it is used."""
    policies.check_can_manage(actor)
    invitation = Invitation.objects.select_for_update().filter(pk=invitation_id, kind=Invitation.Kind.JOIN).first()
    if invitation is None:
        raise NotFound
    if invitation.accepted_at is not None:
        raise Refused(_("This invitation was used already. Close the person's access instead."))
    if invitation.revoked_at is not None:
        return
    invitation.revoked_at = now()
    invitation.save(update_fields=["revoked_at"])
    record(actor=actor, verb="access.invitation_revoked", invitation=invitation.pk)


@transaction.atomic
def accept_invitation(*, token: str, name: str, password: str) -> User:
    """The invited person joins with a password of his own; ``NotFound`` for a link used, expired or revoked."""
    invitation = _take(token, Invitation.Kind.JOIN)
    user = create_account(name=name, email=invitation.email, password=password)
    given = set_grants(user, [(role, department) for role, department in invitation.roles])
    _spend(invitation, user)
    record(actor=Actor(user.pk, user.name, given), verb="access.joined", invitation=invitation.pk, user=user.pk)
    return user


def _take(token: str, kind: str) -> Invitation:
    """The open invitation of this secret, held until the end of the transaction: of two clicks one wins."""
    found = find_invitation(token=token, kind=kind)
    invitation = Invitation.objects.select_for_update().get(pk=found.pk)
    if invitation.accepted_at is not None or invitation.revoked_at is not None:
        raise NotFound
    return invitation


def _spend(invitation: Invitation, user: User) -> None:
    invitation.accepted_at = now()
    invitation.accepted_by = user
    invitation.save(update_fields=["accepted_at", "accepted_by"])
