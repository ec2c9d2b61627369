"""What becomes of a signal is a step of its path; here it is only read off and kept for the queue (S4-02)."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.db import transaction

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.intake.models import Referral
from opora.intake.queries import get_referral
from opora.intake.rules.outcomes import outcome_of
from opora.intake.rules.urgency import answer_by
from opora.pathways.queries import definition_of
from opora.process import actions as process
from opora.process.models import Route
from opora.process.queries import workable


@transaction.atomic
def decide(
    *,
    actor: Actor,
    referral_id: int,
    action: str,
    revision: int | None = None,
    reason: str = "",
    fields: dict[str, str] | None = None,
    on: date,
) -> Referral:
    """Take the step of the path that decides the signal; refused with every reason when it may not be taken."""
    referral, route = get_referral(actor=actor, referral_id=referral_id)
    process.take_step(
        actor=actor, route_id=route.pk, action=action, revision=revision, reason=reason, fields=fields, on=on
    )
    follow_routes(route_ids=[route.pk])
    referral.refresh_from_db(fields=["outcome", "decided_on"])
    audit.record(actor=actor, verb="intake.decided", signal=referral.pk)
    return referral


@transaction.atomic
def screen(*, actor: Actor, route_id: int, facts: Mapping[str, object], on: date) -> Route:
    """Keep the answers to the questions of the criteria (S4-31)."""
    route = workable(actor=actor, route_id=route_id)
    return process.record_facts(actor=actor, route_id=route.pk, facts=facts, on=on)


def follow_routes(*, route_ids: Sequence[int], **_news: Any) -> None:
    """Paths took a step: their signals learn what became of them.

    A signal is decided by its first way on; one whose path comes back to the beginning waits for a decision anew.
    """
    told_of = Referral.objects.filter(route_id__in=route_ids).select_related("route__version")
    for referral in told_of.defer("told", "route__version__text"):
        route = referral.route
        outcome = _outcome(route)
        if outcome and not referral.outcome:
            referral.outcome, referral.decided_on = outcome, route.entered_on
        elif referral.outcome and not outcome:
            referral.outcome, referral.decided_on = "", None
            referral.answer_by = answer_by(referral.urgency, route.entered_on, route.due_on)
        else:
            continue
        referral.save(update_fields=["outcome", "decided_on", "answer_by"])


def _outcome(route: Route) -> str:
    definition = definition_of(route.version)
    found = definition.exits.get(route.stage)
    return outcome_of(to_stage=route.stage, start=definition.start, exit_kind=found.kind if found else None)
