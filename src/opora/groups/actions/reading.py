"""Looking at the groups of a family is a line in the journal (X-10)."""

from datetime import date

from django.db import transaction

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.groups.queries.family import FamilyGroups, groups_at
from opora.process.queries import Place
from opora.services.actions.placing import keys_of


@transaction.atomic
def read_family_groups(*, actor: Actor, place: Place, on: date) -> FamilyGroups:
    """What the family came to; who read it stands in the journal."""
    audit.record(actor=actor, verb="groups.family_read", **keys_of(place))
    return groups_at(actor=actor, place=place, on=on)
