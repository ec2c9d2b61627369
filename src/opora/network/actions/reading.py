"""Looking at the people around a family is a line in the journal (X-10)."""

from datetime import date

from django.db import transaction

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.network.queries.circle import Network, network_of
from opora.process.queries import place_of


@transaction.atomic
def read_network(*, actor: Actor, route_id: int | None = None, case_id: int | None = None, on: date) -> Network:
    """The people around a family with its maps and talks; who looked stands in the journal."""
    place = place_of(actor=actor, route_id=route_id, case_id=case_id)
    found = network_of(actor=actor, place=place, on=on)
    audit.record(actor=actor, verb="network.read", case_id=place.case_id, family_id=place.family_id)
    return found
