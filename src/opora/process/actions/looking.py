"""Somebody looks at a path."""

from django.db import transaction

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.cases.actions import note_look
from opora.process.models import Route
from opora.process.queries import get_route


@transaction.atomic
def look_at(*, actor: Actor, route_id: int) -> Route:
    """The path, opened: allowed or absent, and always in the journal (X-10)."""
    route = get_route(actor=actor, route_id=route_id)
    if route.case_id is not None:
        note_look(actor=actor, case_id=route.case_id)
    else:
        audit.record(actor=actor, verb="process.looked", family_id=route.family_id, route=route.pk)
    return route
