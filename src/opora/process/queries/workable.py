"""The one way to a path on which somebody wants to record something."""

from opora.access.rules import Actor
from opora.process import policies
from opora.process.models import Route
from opora.process.queries.visible import get_route, may_work


def workable(*, actor: Actor, route_id: int, though_blocked: bool = False) -> Route:
    """The path; NotFound when unseen, Refused when only to be read or when the consent is withdrawn (X-11).

    ``though_blocked`` is for what goes on without consent (see rules/withdrawn_consent.py), and for pages that say
    so themselves above what they show.
    """
    route = get_route(actor=actor, route_id=route_id)
    if not may_work(actor=actor, route=route):
        raise policies.read_only()
    if not though_blocked:
        policies.check_not_blocked(route)
    return route
