"""Saying that a result was reached or lost, answering what the records suggest, mending it, taking it back."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.cases.models import Case
from opora.common.errors import Conflict, Invalid
from opora.families.models import FamilyMember
from opora.families.sealing import opened
from opora.logic.queries import concepts
from opora.process import actions as process
from opora.process.queries import Place, place_of_record, recordable
from opora.results import policies
from opora.results.actions.refreshing import refresh_results
from opora.results.models import Result
from opora.results.queries.family import results_of
from opora.results.queries.finding import result_in_sight

LONGEST = 2_000
_SAID = (Result.State.REACHED.value, Result.State.LOST.value)


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of a result, as it was typed."""

    concept: str
    state: str = Result.State.REACHED.value
    person_id: int | None = None
    note: str = ""


@transaction.atomic
def record_result(
    *, actor: Actor, route_id: int | None = None, case_id: int | None = None, said: Said, on: date
) -> Result:
    """Keep that a result of the family was reached on a day, or lost again."""
    place = recordable(actor=actor, route_id=route_id, case_id=case_id)
    kept = _checked(said, actor, place)
    result = Result.objects.create(**place.keys, **kept, on=on, by_id=actor.user_id)
    _tell(actor, place, "results.recorded", result)
    return result


@transaction.atomic
def answer_suggestion(
    *,
    actor: Actor,
    case_id: int,
    concept: str,
    person_id: int | None,
    source: str,
    is_so: bool,
    note: str = "",
    on: date,
) -> Result:
    """Say whether what the records suggest is so: the result stands from its day on, or the records are left aside.

    Raises Conflict where somebody answered already, or the records changed meanwhile.
    """
    place = recordable(actor=actor, case_id=case_id)
    _hold(place)
    asked = next(
        (
            one.suggestion
            for one in results_of(actor=actor, place=place, on=on).waiting
            if one.concept.code == concept and one.person_id == person_id
        ),
        None,
    )
    if asked is None or asked.source != source:
        raise Conflict(_("This was answered already, or the records have changed. Look at the results again."))
    # "No" leaves the signs up to today aside: of a result it says that it is not reached, of a loss that it stands.
    state = _SAID[0 if asked.is_reached else 1] if is_so else Result.State.DECLINED.value
    day = asked.on if is_so else on
    kept = _checked(Said(concept, state, person_id, note), actor, place, evidence=source)
    result = Result.objects.create(**place.keys, **kept, evidence=source, on=day, by_id=actor.user_id)
    _tell(actor, place, "results.answered", result)
    return result


@transaction.atomic
def correct_result(*, actor: Actor, result_id: int, said: Said, reason: str = "", on: date, today: date) -> Result:
    """What was said is put right; the former words stay readable."""
    result = _held(actor, result_id)
    place = process.check_may_mend(actor=actor, record=result, on=today)
    kept = _checked(said, actor, place, evidence=result.evidence)
    before = {"on": result.on.isoformat(), "text": opened(result, "note"), "value": result.state}
    for name, value in {**kept, "on": on}.items():
        setattr(result, name, value)
    result.save(update_fields=["concept", "state", "person", "on", "note"])
    process.corrected(
        actor=actor,
        record=result,
        place=place,
        what="result",
        reason=reason,
        before=before,
        is_reason_needed=False,
        on=today,
    )
    _keep(place)
    return result


@transaction.atomic
def void_result(*, actor: Actor, result_id: int, reason: str = "", is_undo: bool = False, on: date) -> Result:
    """What was said wrongly counts nowhere; what the records show holds again."""
    result = _held(actor, result_id)
    process.void(actor=actor, record=result, what="result", reason=reason, is_undo=is_undo, on=on)
    _keep(place_of_record(actor=actor, record=result))
    return result


def _held(actor: Actor, result_id: int) -> Result:
    result = result_in_sight(actor=actor, result_id=result_id)
    return Result.every.select_for_update(of=("self",)).get(pk=result.pk)


def _hold(place: Place) -> None:
    """Of two people answering at once the second sees what the first one said."""
    if place.case is not None:
        Case.objects.select_for_update(no_key=True).filter(pk=place.case.pk).values_list("pk").first()


def _checked(said: Said, actor: Actor, place: Place, *, evidence: str = "") -> dict[str, Any]:
    wrong: dict[str, object] = {}
    concept = concepts().get(said.concept)
    if concept is None or said.concept in policies.hidden(actor, place) or not concept.is_of_families:
        wrong["concept"] = _("Choose a result from the list.")
    # Only what the records suggest can be declined.
    if said.state not in (Result.State.values if evidence else _SAID):
        wrong["state"] = _("Choose what is so.")
    members = FamilyMember.objects.filter(family_id=place.family_id or 0, person_id=said.person_id or 0)
    if said.person_id is not None and not members.exists():
        wrong["person_id"] = _("Choose somebody of this family.")
    note = said.note.strip()
    if len(note) > LONGEST:
        wrong["note"] = _("Write up to 2,000 letters.")
    if wrong:
        raise Invalid(wrong)
    return {"concept": said.concept, "state": said.state, "person_id": said.person_id, "note": note}


def _tell(actor: Actor, place: Place, verb: str, result: Result) -> None:
    audit.record(actor=actor, verb=verb, case_id=place.case_id, family_id=place.family_id, family_result=result.concept)
    _keep(place)


def _keep(place: Place) -> None:
    """The life of the family tells at once what follows."""
    if place.case_id is not None:
        refresh_results(case_ids=[place.case_id])
