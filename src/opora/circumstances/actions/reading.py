"""Reading what changes in a life is a line in the journal (X-10)."""

from datetime import date

from django.db import transaction

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.circumstances.queries.page import Circumstances, circumstances_of
from opora.process.queries import place_of


@transaction.atomic
def read_circumstances(
    *, actor: Actor, route_id: int | None = None, case_id: int | None = None, on: date
) -> Circumstances:
    """Everything that changed in the life of a family, thread by thread; who read it stands in the journal."""
    place = place_of(actor=actor, route_id=route_id, case_id=case_id)
    found = circumstances_of(actor=actor, place=place, on=on)
    audit.record(actor=actor, verb="circumstances.read", case_id=place.case_id, family_id=place.family_id)
    return found
