"""Looking at the services of a family is a line in the journal (X-10)."""

from datetime import date

from django.db import transaction

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.process.queries import Place
from opora.services.actions.placing import keys_of
from opora.services.queries.family import PAGE, FamilyServices, services_at


@transaction.atomic
def read_services(
    *,
    actor: Actor,
    place: Place,
    text: str = "",
    before: tuple[date, int] | None = None,
    limit: int | None = None,
    on: date,
) -> FamilyServices:
    """What is planned and what was given at a place; who read it stands in the journal."""
    audit.record(actor=actor, verb="services.read", **keys_of(place))
    return services_at(actor=actor, place=place, text=text, before=before, limit=limit or PAGE, on=on)


@transaction.atomic
def note_log_read(*, actor: Actor) -> None:
    """Somebody went through the log of the organization."""
    audit.record(actor=actor, verb="services.log_read")
