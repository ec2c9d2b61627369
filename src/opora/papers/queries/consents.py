"""Consents of a path, and whether the work with its data is blocked."""

from datetime import date
from typing import Any

from django.db.models import F, Q, QuerySet

from opora.access.rules import Actor
from opora.common.asked_often import written_once
from opora.common.asked_together import Asking
from opora.common.told_along import record_of, told_by
from opora.families.models import Person
from opora.families.queries import people_of_family
from opora.papers import policies
from opora.papers.models import Consent, DestructionTimer
from opora.process.models import Route
from opora.process.queries import visible_to

# Without these there is no work with the data at all; the others allow one use more.
PROCESSING = frozenset({Consent.Purpose.PROCESSING, Consent.Purpose.PROCESSING_CHILD})


def waiting_terms(route: Route) -> QuerySet[DestructionTimer]:
    """Terms of destruction that run, the nearest first."""
    return DestructionTimer.objects.filter(route=route, state=DestructionTimer.State.WAITING).select_related("person")


def may_share(route: Route, *, on: date) -> bool:
    """Say whether somebody of the family allowed sharing and it holds on this day."""
    found = Consent.objects.filter(route=route, purpose=Consent.Purpose.SHARING, withdrawn_on=None, signed_on__lte=on)
    return found.filter(Q(valid_until=None) | Q(valid_until__gte=on)).exists()


def consents_of(route: Route) -> QuerySet[Consent]:
    """Every consent ever recorded, the newest first, those entered by mistake too."""
    return Consent.every.filter(route=route).select_related("person", "by")


def ask_ending(route: Route, *, until: date) -> Asking[list[Consent]]:
    """Asks for consents in force that end by a day or have ended, the nearest first: each is to be renewed."""
    return Asking(_ending(route_id=route.pk, until=until), lambda told: [_consent(route, one) for one in told])


@written_once
def _ending(*, route_id: int, until: date) -> QuerySet[Consent, dict[str, Any]]:
    found = Consent.objects.filter(route=route_id, withdrawn_on=None, valid_until__lte=until)
    found = found.order_by("valid_until", "pk")
    code = {"letter": F("person__code_letter"), "code_number": F("person__code_number")}
    return told_by(found, "id", "person_id", "purpose", "valid_until", **code)


def _consent(route: Route, told: dict[str, Any]) -> Consent:
    person = {"id": told["person_id"], "code_letter": told["letter"], "code_number": told["code_number"]}
    consent = record_of(Consent, told)
    consent.route, consent.person = route, record_of(Person, person)
    return consent


def consent_in_sight(*, actor: Actor, consent_id: int) -> Consent:
    """A consent of a path this person sees; NotFound for any other."""
    found = Consent.every.select_related("person", "route", "by").filter(pk=consent_id)
    consent = found.filter(route__in=visible_to(actor)).first()
    if consent is None:
        raise policies.unseen()
    return consent


def people_of(route: Route) -> list[Person]:
    """The people of the path's family who belong to it now, by code; nobody while the family is not known.

    A child not born yet is nobody a paper could speak of.
    """
    if route.family_id is None:
        return []
    people = people_of_family(route.family_id)
    return [
        person
        for person in people
        if any(member.to_on is None and not member.is_expected for member in person.memberships.all())
    ]
