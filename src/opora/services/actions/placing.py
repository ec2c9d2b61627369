"""What both verbs ask: where the record lies, whether the service is offered, whether this colleague may give it."""

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from opora.access.models import RoleAssignment
from opora.access.rules import Actor
from opora.catalogue.models import Service
from opora.catalogue.queries import find_service
from opora.common.errors import Conflict
from opora.partners.models import Partner
from opora.process.queries import Place, recordable
from opora.services import policies
from opora.services.rules import may_give

LONGEST_NOTE = 10_000
TOO_LONG = _("This is too long to be kept. Shorten it.")


def hold(*, actor: Actor, route_id: int | None, case_id: int | None, on: date) -> Place:
    """The place for a new record; Conflict when the work there was over before that day."""
    policies.check_can_record(actor)
    place = recordable(actor=actor, route_id=route_id, case_id=case_id)
    if was_over(place, on):
        raise Conflict(_("The work with this family is over: nothing new is recorded. Look back at it instead."))
    return place


def was_over(place: Place, on: date) -> bool:
    """Whether the work there had ended before that day."""
    ended = place.case.closed_on if place.case is not None else place.route.ended_on if place.route else None
    return place.has_ended and (ended is None or on > ended)


def service_to_give(service_id: int, wrong: dict[str, object]) -> Service | None:
    """A service of the catalogue that families receive."""
    service = find_service(service_id=service_id)
    if service is None or service.is_inner:
        wrong["service_id"] = _("Choose a service from the list.")
        return None
    return service


def check_giver(
    service: Service | None, *, worker_id: int | None, partner_id: int | None, wrong: dict[str, object]
) -> None:
    """A colleague gives only what the catalogue says his or her role gives (S0-15); a partner is one of ours."""
    if partner_id is not None and not Partner.objects.filter(pk=partner_id).exists():
        wrong["partner_id"] = _("Choose a partner from the list.")
    if service is None or worker_id is None:
        return
    roles = set(RoleAssignment.objects.filter(user_id=worker_id).values_list("role", flat=True))
    if not roles:
        wrong["worker_id"] = _("Choose a colleague from the list.")
    elif not may_give(service.givers, roles):
        wrong["worker_id"] = _("The catalogue names other roles for this service. Choose a colleague who may give it.")


def check_note(service: Service | None, note: str, wrong: dict[str, object]) -> str:
    """Words of therapy have a place of their own that only their author opens (S0-15, S0-70)."""
    note = note.strip()
    if len(note) > LONGEST_NOTE:
        wrong["note"] = TOO_LONG
    if note and service is not None and service.confidentiality == "therapy":
        wrong["note"] = _(
            "What is said in therapy is kept as a confidential note. Leave this empty and write it there."
        )
    return note


def keys_of(place: Place) -> dict[str, Any]:
    """How the journal names the place of a record."""
    return {"case_id": place.case_id, "family_id": place.family_id}
