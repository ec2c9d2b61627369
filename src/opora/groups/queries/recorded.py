"""What a marked meeting has left with families, for the word that is said after marking."""

from dataclasses import dataclass

from opora.groups.models import Mark, Session
from opora.services.models import Provision


@dataclass(frozen=True, slots=True)
class Recorded:
    """How many registered people came, how many besides, and how many families have a service of it."""

    came: int
    heads: int
    services: int


def recorded_at(session: Session) -> Recorded:
    """Of a meeting that was read for this person; people and families are counted once."""
    came = Mark.objects.filter(session=session, state=Mark.State.CAME, participant__voided_on=None)
    return Recorded(
        came=came.order_by().values("participant__person_id").distinct().count(),
        heads=session.heads,
        services=Provision.objects.filter(origin=session.origin, state=Provision.State.HELD).count(),
    )
