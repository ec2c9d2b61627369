"""Who must have a second factor when signing in, and who lacks one."""

from typing import Any

from allauth.mfa.models import Authenticator

from opora.access.models import SignInPolicy
from opora.access.queries.actors import OPTIONAL
from opora.access.rules import (
    Actor,
    second_factor_required,
)


def second_factor_policy() -> str:
    """Who must have a second factor: ``optional``, ``leaders`` or ``everybody``."""
    policy = SignInPolicy.objects.filter(pk=1).values_list("second_factor", flat=True).first()
    return policy or OPTIONAL


def second_factor_choices() -> list[tuple[str, Any]]:
    """What the organization can decide about the second factor."""
    return list(SignInPolicy.SecondFactor.choices)


def must_have_second_factor(*, actor: Actor) -> bool:
    """Whether the organization asks this person for a second factor."""
    return second_factor_required(actor.sign_in or second_factor_policy(), actor.roles)


def lacks_second_factor(*, actor: Actor) -> bool:
    """Whether this person must add a second factor before going on."""
    if not must_have_second_factor(actor=actor):
        return False
    return not Authenticator.objects.filter(user_id=actor.user_id, type=Authenticator.Type.TOTP).exists()
