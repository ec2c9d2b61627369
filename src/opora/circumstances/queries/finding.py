"""One record, found for somebody."""

from opora.access.rules import Actor
from opora.circumstances import policies
from opora.circumstances.models import LifeChange
from opora.process.queries import place_of_record, within_sight


def change_in_sight(*, actor: Actor, change_id: int) -> LifeChange:
    """A change that this person may read; NotFound for any other, and for a voided one."""
    change = within_sight(actor, LifeChange.objects.filter(pk=change_id)).first()
    if change is None:
        raise policies.unseen()
    if change.kind in policies.RESTRICTED and not policies.reads_health(
        actor, place_of_record(actor=actor, record=change)
    ):
        raise policies.unseen()
    return change
