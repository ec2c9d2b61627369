"""Tokens of programs: whose they are, and as whom a program asks."""

from django.db.models import QuerySet

from opora.access.models import ROLE_LABELS, ApiToken, User
from opora.access.queries.actors import actor_for
from opora.access.rules import ABILITIES, Actor, Scope, can, hash_token
from opora.common.dates import today
from opora.common.errors import NotFound

READ = "outcomes.read"


def tokens_of(*, actor: Actor) -> QuerySet[ApiToken]:
    """One's own tokens, the newest first."""
    return ApiToken.objects.filter(user_id=actor.own_id).select_related("user")


def all_tokens(*, actor: Actor) -> QuerySet[ApiToken]:
    """Everybody's, for those who keep accounts. Raises NotFound."""
    if not can(actor, "people.manage"):
        raise NotFound
    return ApiToken.objects.select_related("user")


def token_in_sight(*, actor: Actor, token_id: int) -> ApiToken:
    """One's own token, or anybody's for those who keep accounts; raises NotFound."""
    found = ApiToken.objects.filter(pk=token_id).select_related("user").first()
    if found is None or not (found.user_id == actor.own_id or can(actor, "people.manage")):
        raise NotFound
    return found


def token_roles(*, actor: Actor) -> list[tuple[str, str]]:
    """The roles of one's own that read figures: a program is given one of them, never more than its owner has."""
    return [
        (role, str(ROLE_LABELS[role]))
        for role in sorted(actor.roles)
        if ABILITIES[READ].get(role, Scope.NONE) > Scope.NONE
    ]


def by_token(secret: str) -> tuple[ApiToken, Actor] | None:
    """Whose program asks, in the role of its token as far as the owner still has it; None for a token that is none.

    The owner stands in for nobody here: what a colleague may is not lent to a program.
    """
    found = ApiToken.objects.filter(token_hash=hash_token(secret), revoked_at=None, expires_on__gte=today()).first()
    user = User.objects.filter(pk=found.user_id, is_active=True).first() if found else None
    if found is None or user is None:
        return None
    held = actor_for(user)
    grants = frozenset(grant for grant in held.grants if grant[0] == found.role)
    return (found, Actor(user.pk, user.name, grants, sign_in=held.sign_in)) if grants else None
