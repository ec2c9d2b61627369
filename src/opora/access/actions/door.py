"""What happens at the door: signing in, passwords, the second factor."""

from datetime import timedelta
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import transaction

from opora.access import policies
from opora.access.models import Invitation, SignInPolicy, User
from opora.access.queries import actor_of
from opora.access.rules import Actor
from opora.audit.actions import record
from opora.common.dates import now
from opora.common.errors import NotFound

KEPT_UNUSED = timedelta(days=30)


@transaction.atomic
def record_sign_in(*, user: User) -> None:
    """Note that somebody came in."""
    record(actor=actor_of(user_id=user.pk), verb="access.signed_in")


@transaction.atomic
def change_own_password(*, user: User, password: str) -> None:
    """A new password of one's own choice; the form has checked it. Sessions elsewhere end by themselves."""
    user.set_password(password)
    user.save(update_fields=["password"])
    record(actor=actor_of(user_id=user.pk), verb="access.password_changed")


def record_second_factor(*, actor: Actor, is_on: bool) -> None:
    """Note that somebody added a code app to the own account, or took it off."""
    record(actor=actor, verb="access.second_factor_on" if is_on else "access.second_factor_off")


def record_recovery_codes(*, actor: Actor) -> None:
    """Note that somebody made new recovery codes."""
    record(actor=actor, verb="access.recovery_codes_made")


def record_other_sessions_ended(*, actor: Actor) -> None:
    """Note that somebody signed out everywhere else."""
    record(actor=actor, verb="access.other_sessions_ended")


@transaction.atomic
def record_password_link(*, actor: Actor, user_id: int) -> User:
    """Somebody who forgot the password gets a link by hand; gives the account the page makes the link for."""
    policies.check_can_manage(actor)
    user = _active(user_id)
    policies.check_can_help_in(actor, user)
    record(actor=actor, verb="access.password_link_made", user=user.pk)
    return user


@transaction.atomic
def reset_second_factor(*, actor: Actor, user_id: int) -> None:
    """Somebody lost the phone and the recovery codes: from now on the password opens the account again."""
    policies.check_can_manage(actor)
    user = _active(user_id)
    policies.check_can_help_in(actor, user)
    Authenticator.objects.filter(user=user).delete()
    end_sessions(user_id=user.pk)
    record(actor=actor, verb="access.second_factor_reset", user=user.pk)


@transaction.atomic
def require_second_factor(*, actor: Actor, policy: str) -> None:
    """Decide who must have a second factor; those without one are asked to add it at their next page."""
    policies.check_can_manage(actor)
    policy = SignInPolicy.SecondFactor(policy).value
    SignInPolicy.objects.update_or_create(id=1, defaults={"second_factor": policy})
    record(actor=actor, verb="access.second_factor_policy", policy=policy)


def end_sessions(*, user_id: int) -> None:
    """Sign somebody out everywhere at once; part of other actions, which journal why."""
    for session in UserSession.objects.filter(user_id=user_id):
        session.end()


@transaction.atomic
def forget_expired() -> int:
    """Delete sessions whose time is over and links that expired a month ago unused; gives how many."""
    sessions, _kinds = Session.objects.filter(expire_date__lt=now()).delete()
    stale = Invitation.objects.filter(accepted_at=None, expires_at__lt=now() - KEPT_UNUSED)
    links, _kinds = stale.delete()
    return sessions + links


def _active(user_id: int) -> Any:
    user = User.objects.filter(pk=user_id, is_active=True).first()
    if user is None:
        raise NotFound
    return user
