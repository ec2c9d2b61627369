"""Who prepares what everybody may read, and who gives the second word; never the same person for one release."""

from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor, Scope, can, scope
from opora.common.errors import NotFound, Refused
from opora.release.models import Release


def unseen() -> NotFound:
    """The one answer for a release that is not there and for one this person may not see."""
    return NotFound(_("There is no such release."))


def check_can_read(actor: Actor) -> None:
    """What was prepared is seen by whoever reads outcomes."""
    if not can(actor, "outcomes.read"):
        raise unseen()


def may_prepare(actor: Actor) -> bool:
    """Whoever counts for the whole house."""
    return scope(actor, "release.prepare") is Scope.ALL


def check_can_prepare(actor: Actor) -> None:
    """Raises Refused for everybody else."""
    if not may_prepare(actor):
        raise Refused(_("Tables for everybody are prepared by a methodologist, an analyst or the head."))


def may_decide(actor: Actor, release: Release) -> bool:
    """Whoever may give the second word and did not prepare this one. Programs give no word for a person."""
    return can(actor, "release.confirm") and actor.user_id is not None and actor.user_id != release.by_id


def check_can_decide(actor: Actor, release: Release) -> None:
    """Raises Refused for everybody else."""
    if actor.user_id == release.by_id or actor.user_id is None:
        raise Refused(_("You prepared this table yourself. Somebody else has to look at it and let it go."))
    if not can(actor, "release.confirm"):
        raise Refused(_("The second word is given by a head, a coordinator, a methodologist or an analyst."))


def check_can_set(actor: Actor) -> None:
    """Limits are set by the head and the administrator."""
    if scope(actor, "organization.manage") is not Scope.ALL:
        raise Refused(_("The limits are set by the head or an administrator."))
