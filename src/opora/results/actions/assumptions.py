"""Saying that an assumption of a logic model did not hold for a family; putting it right, taking it back."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.errors import Invalid
from opora.families.sealing import opened
from opora.logic.queries import assumption_in_force
from opora.process import actions as process
from opora.process.policies import check_not_long_before
from opora.process.queries import recordable
from opora.results.models import FailedAssumption
from opora.results.queries.assumptions import failure_in_sight

LONGEST = 2_000


@dataclass(frozen=True, slots=True)
class Failed:
    """Which assumption did not hold ("outcome_chain:a4"), and in whose words, as it was typed."""

    assumption: str
    text: str = ""


@transaction.atomic
def record_failure(
    *, actor: Actor, route_id: int | None = None, case_id: int | None = None, failed: Failed, on: date
) -> FailedAssumption:
    """Keep that an assumption does not hold for the family since a day; nobody's silence says that it holds."""
    place = recordable(actor=actor, route_id=route_id, case_id=case_id)
    kept = _checked(failed)
    check_not_long_before(on, began=place.began_on)
    made = FailedAssumption.objects.create(**place.keys, **kept, on=on, by_id=actor.user_id)
    audit.record(
        actor=actor,
        verb="results.assumption_failed",
        case_id=place.case_id,
        family_id=place.family_id,
        assumption=made.key,
    )
    return made


@transaction.atomic
def correct_failure(
    *, actor: Actor, failure_id: int, failed: Failed, reason: str = "", on: date, today: date
) -> FailedAssumption:
    """What was said is put right; the former words stay readable."""
    failure = _held(actor, failure_id)
    place = process.check_may_mend(actor=actor, record=failure, on=today)
    # A model may have lost the assumption since; what was said of it stays said.
    kept = _checked(failed, known=failure.key)
    check_not_long_before(on, began=place.began_on)
    before = {"on": failure.on.isoformat(), "text": opened(failure, "text"), "value": failure.key}
    for name, value in {**kept, "on": on}.items():
        setattr(failure, name, value)
    failure.save(update_fields=["model", "assumption", "title_ru", "title_en", "on", "text"])
    process.corrected(
        actor=actor,
        record=failure,
        place=place,
        what="assumption",
        reason=reason,
        before=before,
        is_reason_needed=False,
        on=today,
    )
    return failure


@transaction.atomic
def void_failure(
    *, actor: Actor, failure_id: int, reason: str = "", is_undo: bool = False, on: date
) -> FailedAssumption:
    """What was said wrongly counts nowhere."""
    failure = _held(actor, failure_id)
    process.void(actor=actor, record=failure, what="assumption", reason=reason, is_undo=is_undo, on=on)
    return failure


def _held(actor: Actor, failure_id: int) -> FailedAssumption:
    failure = failure_in_sight(actor=actor, failure_id=failure_id)
    return FailedAssumption.every.select_for_update(of=("self",)).get(pk=failure.pk)


def _checked(failed: Failed, known: str | None = None) -> dict[str, Any]:
    wrong: dict[str, object] = {}
    found = assumption_in_force(key=failed.assumption)
    if failed.assumption != known and found is None:
        wrong["assumption"] = _("Choose an assumption from the list.")
    text = failed.text.strip()
    if not text:
        wrong["text"] = _("Say in a line or two what showed it.")
    elif len(text) > LONGEST:
        wrong["text"] = _("Write up to 2,000 letters.")
    if wrong:
        raise Invalid(wrong)
    if found is None or failed.assumption == known:
        return {"text": text}
    model, _colon, assumption = failed.assumption.partition(":")
    titles = {"title_ru": found.text.ru, "title_en": found.text.en}
    return {"model": model, "assumption": assumption, **titles, "text": text}
