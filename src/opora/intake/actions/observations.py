"""What a colleague noticed about a family, between talks and visits."""

from datetime import date, time

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.errors import Invalid
from opora.families.sealing import opened
from opora.intake import policies
from opora.intake.actions.placing import told_day
from opora.intake.models import Observation
from opora.intake.queries import get_observation
from opora.process import actions as process
from opora.process.queries import recordable

_LONGEST = 10_000


@transaction.atomic
def record_observation(
    *,
    actor: Actor,
    route_id: int | None = None,
    case_id: int | None = None,
    text: str,
    at: time | None = None,
    is_worry: bool = False,
    on: date,
) -> Observation:
    """Keep what was noticed, sealed."""
    place = recordable(actor=actor, route_id=route_id, case_id=case_id)
    kept = _checked(text)
    policies.check_day(on, began=place.began_on)
    seen = Observation.objects.create(**place.keys, on=on, at=at, is_worry=is_worry, text=kept, by_id=actor.user_id)
    audit.record(
        actor=actor, verb="intake.observed", case_id=place.case_id, family_id=place.family_id, day=on.isoformat()
    )
    return seen


@transaction.atomic
def correct_observation(
    *,
    actor: Actor,
    observation_id: int,
    text: str,
    at: time | None = None,
    is_worry: bool = False,
    reason: str = "",
    on: date,
    today: date,
) -> Observation:
    """What was noticed is put right; the former words stay readable."""
    found = get_observation(actor=actor, observation_id=observation_id)
    seen = Observation.objects.select_for_update(of=("self",)).get(pk=found.pk)
    place = process.check_may_mend(actor=actor, record=seen, on=today)
    kept = _checked(text)
    policies.check_day(on, began=place.began_on)
    before = {"on": told_day(seen.on), "text": opened(seen, "text")}
    seen.on, seen.at, seen.is_worry, seen.text = on, at, is_worry, kept
    seen.save(update_fields=["on", "at", "is_worry", "text"])
    process.corrected(
        actor=actor,
        record=seen,
        place=place,
        what="observation",
        reason=reason,
        before=before,
        is_reason_needed=False,
        on=today,
    )
    return seen


@transaction.atomic
def void_observation(
    *, actor: Actor, observation_id: int, reason: str = "", is_undo: bool = False, on: date
) -> Observation:
    """What does not belong here counts nowhere, and stays readable with the reason."""
    found = get_observation(actor=actor, observation_id=observation_id)
    seen = Observation.every.select_for_update(of=("self",)).get(pk=found.pk)
    process.void(actor=actor, record=seen, what="observation", reason=reason, is_undo=is_undo, on=on)
    return seen


def _checked(text: str) -> str:
    text = text.strip()
    if not text:
        raise Invalid({"text": _("Write what you noticed.")})
    if len(text) > _LONGEST:
        raise Invalid({"text": _("This is too long to be kept. Shorten it.")})
    return text
