"""Consents: one person, one purpose, one paper; a withdrawal blocks the work with data and starts a term (X-11)."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.errors import Conflict, Invalid
from opora.families import actions as families
from opora.papers import policies
from opora.papers.actions.locking import is_child_of, kept, number_of_year, person_of
from opora.papers.models import Consent, DestructionTimer
from opora.papers.queries.consents import PROCESSING, consent_in_sight, waiting_terms
from opora.papers.rules import destroy_by
from opora.process import actions as process
from opora.process.models import Route
from opora.process.rules.withdrawn_consent import PROCESSING_BLOCKED

_LONGEST = 2_000


@transaction.atomic
def record_consent(
    *,
    actor: Actor,
    route_id: int,
    person_id: int,
    purpose: str,
    scope: str = "",
    valid_until: date | None = None,
    number: str = "",
    on: date,
) -> Consent:
    """A consent was signed on paper; one to processing is a paper of the path and ends the term of destruction."""
    route = kept(actor=actor, route_id=route_id, though_blocked=True)
    person = person_of(route, person_id)
    scope = scope.strip()
    if purpose not in Consent.Purpose.values:
        raise Invalid({"purpose": _("Choose a purpose from the list: each purpose is a paper of its own.")})
    if purpose == Consent.Purpose.PROCESSING_CHILD and not is_child_of(route, person_id, on=on):
        raise Invalid({"person_id": _("A consent for a child is recorded for the child it speaks of.")})
    if len(scope) > _LONGEST:
        raise Invalid({"scope": _("Write up to 2,000 letters.")})
    if valid_until is not None:
        policies.check_not_before(valid_until, on, field="valid_until")
    consent = Consent.objects.create(
        route=route,
        person=person,
        purpose=purpose,
        number=number or number_of_year("consent", on.year),
        scope=scope,
        signed_on=on,
        valid_until=valid_until,
        by_id=actor.user_id,
    )
    audit.record(
        actor=actor, verb="papers.consent_recorded", case_id=route.case_id, route=route.pk, number=consent.number
    )
    if purpose in PROCESSING:
        process.file_paper(
            actor=actor, route_id=route.pk, kind="consent", source=_source(consent), note=consent.number, on=on
        )
    _cancel_term(actor, route, consent, on)
    return consent


@transaction.atomic
def withdraw_consent(*, actor: Actor, consent_id: int, on: date) -> Consent:
    """A consent is withdrawn: its paper counts no more. Of one to processing the work with data stops, and data are
    destroyed within thirty days. The case itself is not closed by it."""
    seen = consent_in_sight(actor=actor, consent_id=consent_id)
    route = kept(actor=actor, route_id=seen.route_id, though_blocked=True)
    consent = Consent.every.select_for_update(of=("self",)).get(pk=seen.pk)
    if consent.voided_on is not None:
        raise Conflict(_("This consent was entered by mistake and counts nowhere. Nothing was changed."))
    if consent.withdrawn_on is not None:
        raise Conflict(_("This consent is withdrawn already. Nothing was changed."))
    policies.check_not_before(on, consent.signed_on, field="on")
    consent.withdrawn_on = on
    consent.save(update_fields=["withdrawn_on"])
    audit.record(
        actor=actor, verb="papers.consent_withdrawn", case_id=route.case_id, route=route.pk, number=consent.number
    )
    if consent.purpose not in PROCESSING:
        return consent
    process.withdraw_paper(actor=actor, route_id=route.pk, kind="consent", source=_source(consent), on=on)
    # An older paper of the same person to the same purpose no longer says what the person wants.
    DestructionTimer.objects.get_or_create(
        route=route,
        person_id=consent.person_id,
        purpose=consent.purpose,
        state=DestructionTimer.State.WAITING,
        defaults={"started_on": on, "due_on": destroy_by(on)},
    )
    process.record_facts(actor=actor, route_id=route.pk, facts={PROCESSING_BLOCKED: True}, on=on)
    return consent


@transaction.atomic
def void_consent(*, actor: Actor, consent_id: int, reason: str = "", is_undo: bool = False, on: date) -> Consent:
    """A consent that was never given: of another person or purpose, or of another family. It never allowed anything.

    Where it had ended a term of destruction, the term runs again with the day it had.
    """
    seen = consent_in_sight(actor=actor, consent_id=consent_id)
    route = kept(actor=actor, route_id=seen.route_id, though_blocked=True)
    consent = Consent.every.select_for_update(of=("self",)).get(pk=seen.pk)
    if consent.withdrawn_on is not None:
        raise Conflict(_("This consent is withdrawn already. Nothing was changed."))
    process.void(actor=actor, record=consent, what="consent", reason=reason, is_undo=is_undo, on=on)
    _renew_term(actor, route, consent, on)
    return consent


@transaction.atomic
def read_consent(*, actor: Actor, consent_id: int) -> tuple[Consent, str]:
    """A consent with what it covers; reading it is a line in the journal."""
    consent = consent_in_sight(actor=actor, consent_id=consent_id)
    words = families.open_sealed(
        actor=actor,
        record=consent,
        field="scope",
        verb="papers.consent_read",
        case_id=consent.route.case_id,
        route=consent.route_id,
        number=consent.number,
    )
    return consent, words


def _cancel_term(actor: Actor, route: Route, consent: Consent, on: date) -> None:
    """A new consent of the same person to the same purpose ends the term; the work goes on when none is left."""
    waiting = DestructionTimer.objects.filter(
        route=route, person_id=consent.person_id, purpose=consent.purpose, state=DestructionTimer.State.WAITING
    )
    if waiting.update(state=DestructionTimer.State.CANCELLED, ended_on=on) and not waiting_terms(route).exists():
        process.record_facts(actor=actor, route_id=route.pk, facts={PROCESSING_BLOCKED: False}, on=on)


def _renew_term(actor: Actor, route: Route, consent: Consent, on: date) -> None:
    """The term that this consent alone had ended waits again, and the work with data stops."""
    same = {"route": route, "person_id": consent.person_id, "purpose": consent.purpose}
    terms = DestructionTimer.objects.filter(**same, started_on__lte=consent.signed_on)
    ended = terms.filter(state=DestructionTimer.State.CANCELLED).order_by("-pk").first()
    if ended is None or DestructionTimer.objects.filter(**same, state=DestructionTimer.State.WAITING).exists():
        return
    if Consent.objects.filter(**same, withdrawn_on=None, signed_on__gte=ended.started_on).exists():
        return
    ended.state, ended.ended_on = DestructionTimer.State.WAITING, None
    ended.save(update_fields=["state", "ended_on"])
    process.record_facts(actor=actor, route_id=route.pk, facts={PROCESSING_BLOCKED: True}, on=on)


def _source(consent: Consent) -> str:
    return f"papers.consent:{consent.pk}"
