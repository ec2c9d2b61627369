"""What every change here begins with: the path, seen by this person and open to his or her work."""

from opora.access.rules import Actor
from opora.intake import policies
from opora.process.models import Route
from opora.process.policies import check_not_blocked
from opora.process.queries import get_route, may_work


def workable(*, actor: Actor, route_id: int, though_blocked: bool = False) -> Route:
    """The path; NotFound when unseen, Refused when only to be read, or when the consent is withdrawn (X-11)."""
    route = get_route(actor=actor, route_id=route_id)
    if not may_work(actor=actor, route=route):
        raise policies.read_only()
    if not though_blocked:
        check_not_blocked(route)
    return route
