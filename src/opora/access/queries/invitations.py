"""Which invitations are open, and which one a link belongs to."""

from opora.access import policies
from opora.access.models import Department, Invitation
from opora.access.queries.roles import RoleHeld, in_words
from opora.access.rules import (
    Actor,
    hash_token,
)
from opora.common.dates import now
from opora.common.errors import NotFound


def list_invitations(*, actor: Actor) -> list[Invitation]:
    """Invitations that still let somebody in, the newest first."""
    policies.check_can_manage(actor)
    open_ones = Invitation.objects.filter(
        kind=Invitation.Kind.JOIN, accepted_at=None, revoked_at=None, expires_at__gt=now()
    )
    return list(open_ones.select_related("invited_by").order_by("-id"))


def invitations_in_words(*, actor: Actor) -> list[tuple[Invitation, tuple[RoleHeld, ...]]]:
    """Open invitations with the roles they promise."""
    names = dict(Department.objects.values_list("pk", "name"))
    return [
        (invitation, in_words([(role, place) for role, place in invitation.roles], names))
        for invitation in list_invitations(actor=actor)
    ]


def find_invitation(*, token: str, kind: str) -> Invitation:
    """The open invitation of a link's secret; one used, revoked or expired looks like one that never was."""
    invitation = Invitation.objects.filter(
        token_hash=hash_token(token), kind=kind, accepted_at=None, revoked_at=None, expires_at__gt=now()
    ).first()
    if invitation is None:
        raise NotFound
    return invitation
