"""Consents of a path, and whether the work with its data is blocked."""

from datetime import date

from django.db.models import Q, QuerySet

from opora.access.rules import Actor
from opora.common.asked_often import asked_often
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
    """Every consent ever recorded, the newest first."""
    return Consent.objects.filter(route=route).select_related("person", "by")


def ending_consents(route: Route, *, until: date) -> list[Consent]:
    """Consents in force that end by a day or have ended, the nearest first: each is to be renewed."""
    found = _ending(route_id=route.pk, until=until)
    for consent in found:
        consent.route = route
    return found


@asked_often
def _ending(*, route_id: int, until: date) -> QuerySet[Consent]:
    found = Consent.objects.filter(route=route_id, withdrawn_on=None, valid_until__lte=until).select_related("person")
    return found.defer("person__identity").order_by("valid_until", "pk")


def consent_in_sight(*, actor: Actor, consent_id: int) -> Consent:
    """A consent of a path this person sees; NotFound for any other."""
    found = Consent.objects.select_related("person", "route", "by").filter(pk=consent_id)
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
