"""What the life tells is put right, or taken back, where it is read; the rooms that hold the records do it."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.db import transaction

from opora.access.rules import Actor
from opora.circumstances import actions as circumstances
from opora.common.errors import NotFound
from opora.correspondence import actions as correspondence
from opora.councils import actions as councils
from opora.goods import actions as goods
from opora.groups import actions as groups
from opora.intake import actions as intake
from opora.life.actions.recording import (
    changed_fields,
    contact_fields,
    duty_fields,
    failed_fields,
    given_fields,
    said_fields,
)
from opora.network import actions as network
from opora.papers import actions as papers
from opora.plans import actions as plans
from opora.results import actions as results
from opora.services import actions as services
from opora.stays import actions as stays

Typed = Mapping[str, Any]


@transaction.atomic
def mend(*, actor: Actor, source: str, pk: int, typed: Typed, reason: str = "", on: date, today: date) -> None:
    """Put a record right; what stood there stays readable. NotFound for kinds that are only taken back."""
    if source not in _MENDING:
        raise NotFound
    _MENDING[source](actor, pk, typed, {"reason": reason, "on": on, "today": today})


@transaction.atomic
def void(*, actor: Actor, source: str, pk: int, reason: str = "", is_undo: bool = False, on: date) -> None:
    """Take a record back: it counts nowhere any more and stays readable, struck through."""
    if source not in _VOIDING:
        raise NotFound
    _VOIDING[source](actor, pk, {"reason": reason, "is_undo": is_undo, "on": on})


def may_be_mended(source: str) -> bool:
    """Whether a record of this kind may be put right, and not only taken back."""
    return source in _MENDING


def _visit(actor: Actor, pk: int, typed: Typed, why: Any) -> None:
    intake.correct_visit(
        actor=actor,
        visit_id=pk,
        visitor_ids=typed["visitor_ids"],
        seen_ids=typed["people_ids"],
        note=typed["notes"],
        safety=typed["safety"],
        at=typed["at"],
        **why,
    )


def _contact(actor: Actor, pk: int, typed: Typed, why: Any) -> None:
    intake.correct_contact(actor=actor, contact_id=pk, **contact_fields(typed), **why)


def _observation(actor: Actor, pk: int, typed: Typed, why: Any) -> None:
    intake.correct_observation(
        actor=actor, observation_id=pk, text=typed["notes"], at=typed["at"], is_worry=typed["is_worry"], **why
    )


def _step(actor: Actor, pk: int, typed: Typed, why: Any) -> None:
    plans.correct_family_step(actor=actor, step_id=pk, kind=typed["what"], text=typed["notes"], **why)


def _event(actor: Actor, pk: int, typed: Typed, why: Any) -> None:
    plans.correct_event(actor=actor, event_id=pk, kind=typed["what"], effect=typed["notes"], **why)


def _change(actor: Actor, pk: int, typed: Typed, why: Any) -> None:
    circumstances.correct_change(actor=actor, change_id=pk, changed=changed_fields(typed), **why)


def _result(actor: Actor, pk: int, typed: Typed, why: Any) -> None:
    results.correct_result(actor=actor, result_id=pk, said=said_fields(typed), **why)


def _assumption(actor: Actor, pk: int, typed: Typed, why: Any) -> None:
    results.correct_failure(actor=actor, failure_id=pk, failed=failed_fields(typed), **why)


def _service(actor: Actor, pk: int, typed: Typed, why: Any) -> None:
    services.correct_service(actor=actor, provision_id=pk, **given_fields(typed), **why)


def _shift(actor: Actor, pk: int, typed: Typed, why: Any) -> None:
    fields = duty_fields(typed, why["on"])
    kind = {"duty": "note", "incident": "incident"}[typed["sheet"]]
    told = {"reason": why["reason"], "today": why["today"]}
    stays.correct_duty_note(actor=actor, note_id=pk, kind=kind, **fields, **told)


_MENDING: dict[str, Callable[[Actor, int, Typed, Any], None]] = {
    "visit": _visit,
    "contact": _contact,
    "mail": _contact,
    "observation": _observation,
    "step": _step,
    "event": _event,
    "change": _change,
    "result": _result,
    "assumption": _assumption,
    "service": _service,
    "shift": _shift,
}
_VOIDING: dict[str, Callable[[Actor, int, Any], object]] = {
    "visit": lambda actor, pk, why: intake.void_visit(actor=actor, visit_id=pk, **why),
    "contact": lambda actor, pk, why: intake.void_contact(actor=actor, contact_id=pk, **why),
    "mail": lambda actor, pk, why: intake.void_contact(actor=actor, contact_id=pk, **why),
    "observation": lambda actor, pk, why: intake.void_observation(actor=actor, observation_id=pk, **why),
    "step": lambda actor, pk, why: plans.void_family_step(actor=actor, step_id=pk, **why),
    "event": lambda actor, pk, why: plans.void_event(actor=actor, event_id=pk, **why),
    "service": lambda actor, pk, why: services.void_service(actor=actor, provision_id=pk, **why),
    "result": lambda actor, pk, why: results.void_result(actor=actor, result_id=pk, **why),
    "assumption": lambda actor, pk, why: results.void_failure(actor=actor, failure_id=pk, **why),
    "change": lambda actor, pk, why: circumstances.void_change(actor=actor, change_id=pk, **why),
    "network": lambda actor, pk, why: network.void_record(actor=actor, record_id=pk, **why),
    "aid": lambda actor, pk, why: intake.take_back_aid(actor=actor, aid_id=pk, **why),
    "issue": lambda actor, pk, why: goods.take_back_issue(actor=actor, issue_id=pk, **why),
    "shift": lambda actor, pk, why: stays.void_duty_note(actor=actor, note_id=pk, **why),
    "stay": lambda actor, pk, why: stays.void_admission(actor=actor, admission_id=pk, **why),
    "consent": lambda actor, pk, why: papers.void_consent(actor=actor, consent_id=pk, **why),
    "file": lambda actor, pk, why: papers.void_file(actor=actor, file_id=pk, **why),
    "letter": lambda actor, pk, why: papers.void_letter(actor=actor, letter_id=pk, **why),
    "official": lambda actor, pk, why: correspondence.void_letter(actor=actor, letter_id=pk, **why),
    "guest": lambda actor, pk, why: groups.void_guest(actor=actor, guest_id=pk, **why),
    "agreement": lambda actor, pk, why: groups.void_agreement(actor=actor, commitment_id=pk, **why),
    "risk": lambda actor, pk, why: intake.void_risk_form(actor=actor, form_id=pk, **why),
    "ballot": lambda actor, pk, why: councils.call_off(actor=actor, ballot_id=pk, **why),
    "source": lambda actor, pk, why: intake.void_source(actor=actor, note_id=pk, **why),
}
