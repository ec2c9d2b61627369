"""One verb for everything the sheet «Записать» records; each kind is kept by the room it belongs to."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.circumstances import actions as circumstances
from opora.common.errors import Conflict
from opora.intake import actions as intake
from opora.life.queries import offer_at
from opora.papers import actions as papers
from opora.plans import actions as plans
from opora.process import actions as process
from opora.process.models import Voidable, WorkRecord
from opora.process.queries import Place, place_of
from opora.results import actions as results
from opora.services import actions as services
from opora.stays import actions as stays
from opora.stays import queries as stay_queries

Typed = Mapping[str, Any]
Photos = Sequence[tuple[str, bytes]]
MIDDAY = time(12)
"""When nobody said the hour, it was by day."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """What was recorded: the key under which the life tells it, and whether somebody worries about a child."""

    key: str
    place: Place
    is_worry: bool


@transaction.atomic
def record(
    *,
    actor: Actor,
    kind: str,
    route_id: int | None = None,
    case_id: int | None = None,
    typed: Typed,
    photos: Photos = (),
    on: date,
) -> Recorded:
    """Record something about a family, with its photographs; all of it or nothing."""
    place = place_of(actor=actor, route_id=route_id, case_id=case_id)
    if place.has_ended:
        raise Conflict(_("The work with this family is over: nothing new is recorded. Look back at it instead."))
    kind, _dash, what = kind.partition("-")
    if kind not in offer_at(actor=actor, place=place).kinds:
        raise Conflict(_("This cannot be recorded here. Choose something else."))
    where = {"route_id": place.route_id} if place.route_id is not None else {"case_id": place.case_id}
    source, made = _WAYS[kind](actor, where, {**typed, "kind": what} if what else typed, on)
    for name, data in photos:
        papers.keep_photo(actor=actor, place=place, source=process.source_of(made), name=name, data=data, on=on)
    is_worry = typed.get("safety") in {"concern", "danger"} or bool(typed.get("is_worry"))
    return Recorded(f"{source}:{made.pk}", place, is_worry)


def _visit(actor: Actor, where: Any, typed: Typed, on: date) -> tuple[str, WorkRecord]:
    visit = intake.record_visit(
        actor=actor,
        **where,
        visitor_ids=typed["visitor_ids"],
        seen_ids=typed["people_ids"],
        note=typed["notes"],
        safety=typed["safety"],
        at=typed["at"],
        was_missed=typed["was_missed"],
        on=on,
    )
    return "visit", visit


def _plan_visit(actor: Actor, where: Any, typed: Typed, on: date) -> tuple[str, WorkRecord]:
    visit = intake.plan_visit(actor=actor, **where, visitor_ids=typed["visitor_ids"], at=typed["at"], on=on)
    return "visit", visit


def _contact(source: str) -> Callable[[Actor, Any, Typed, date], tuple[str, WorkRecord]]:
    def keep(actor: Actor, where: Any, typed: Typed, on: date) -> tuple[str, WorkRecord]:
        return source, intake.record_contact(actor=actor, **where, **contact_fields(typed), on=on)

    return keep


def contact_fields(typed: Typed) -> dict[str, Any]:
    """What is kept of a call, a meeting or a letter."""
    return {
        "kind": typed["what"],
        "party": typed["party"],
        "result": typed["result"],
        "topic": typed.get("topic", ""),
        "at": typed["at"],
        "minutes": typed.get("minutes"),
        "whom": typed.get("whom", ""),
        "people_ids": typed.get("people_ids", ()),
        "notes": typed["notes"],
        "answer_due_on": typed.get("answer_due_on"),
    }


def _observation(actor: Actor, where: Any, typed: Typed, on: date) -> tuple[str, WorkRecord]:
    seen = intake.record_observation(
        actor=actor, **where, text=typed["notes"], at=typed["at"], is_worry=typed["is_worry"], on=on
    )
    return "observation", seen


def _step(actor: Actor, where: Any, typed: Typed, on: date) -> tuple[str, WorkRecord]:
    return "step", plans.note_family_step(
        actor=actor, **where, kind=typed["what"], text=typed["notes"], task_id=typed.get("task_id"), on=on
    )


def _event(actor: Actor, where: Any, typed: Typed, on: date) -> tuple[str, WorkRecord]:
    return "event", plans.record_event(actor=actor, **where, kind=typed["what"], effect=typed["notes"], on=on)


def _change(actor: Actor, where: Any, typed: Typed, on: date) -> tuple[str, WorkRecord]:
    return "change", circumstances.record_change(actor=actor, **where, changed=changed_fields(typed), on=on)


def changed_fields(typed: Typed) -> circumstances.Changed:
    """What is kept of a change; of which kind it is was chosen before."""
    return circumstances.Changed(
        kind=typed.get("kind", ""),
        item=typed.get("item", ""),
        person_id=typed.get("person_id"),
        value=typed.get("value", ""),
        number=typed.get("number"),
        rated_by=typed.get("rated_by", ""),
        expected_on=typed.get("expected_on"),
        note=typed["notes"],
    )


def _result(actor: Actor, where: Any, typed: Typed, on: date) -> tuple[str, WorkRecord]:
    return "result", results.record_result(actor=actor, **where, said=said_fields(typed), on=on)


def said_fields(typed: Typed) -> results.Said:
    """What is said of a result of the family."""
    return results.Said(
        concept=typed["concept"], state=typed["state"], person_id=typed.get("person_id"), note=typed["notes"]
    )


def _assumption(actor: Actor, where: Any, typed: Typed, on: date) -> tuple[str, WorkRecord]:
    return "assumption", results.record_failure(actor=actor, **where, failed=failed_fields(typed), on=on)


def failed_fields(typed: Typed) -> results.Failed:
    """Which assumption did not hold, and what showed it."""
    return results.Failed(assumption=typed["assumption"], text=typed["notes"])


def _aid(actor: Actor, where: Any, typed: Typed, on: date) -> tuple[str, WorkRecord]:
    return "aid", intake.give_aid(
        actor=actor, route_id=where["route_id"], items=typed["items"], remark=typed["notes"], on=on
    )


def _service(actor: Actor, where: Any, typed: Typed, on: date) -> tuple[str, WorkRecord]:
    return "service", services.give_service(actor=actor, **where, **given_fields(typed), on=on)


def given_fields(typed: Typed) -> dict[str, Any]:
    """What is kept of a service."""
    return {
        "service_id": typed["service_id"],
        "state": typed["state"],
        "at": typed["at"],
        "minutes": typed.get("minutes"),
        "people_ids": typed["people_ids"],
        "format": typed.get("format", ""),
        "provider": typed.get("provider", ""),
        "worker_id": typed.get("worker_id"),
        "partner_id": typed.get("partner_id"),
        "where": typed.get("where", ""),
        "note": typed["notes"],
    }


def _duty(kind: str) -> Callable[[Actor, Any, Typed, date], tuple[str, Voidable]]:
    def keep(actor: Actor, where: Any, typed: Typed, on: date) -> tuple[str, Voidable]:
        place = place_of(actor=actor, **where)
        shelter = stay_queries.shelter_of_family(actor=actor, case_id=place.case_id or 0)
        if shelter is None:
            raise Conflict(_("The family does not live in the centre at present. Nothing was changed."))
        fields = {**duty_fields(typed, on), "kind": "incident" if kind == "incident" else "note"}
        return "shift", stays.note_on_shift(actor=actor, shelter_id=shelter.pk, case_id=place.case_id, **fields)

    return keep


def duty_fields(typed: Typed, on: date) -> dict[str, Any]:
    """What is kept of a shift; the hour says which shift it was, and after midnight the night is that of the day
    before."""
    day, shift = stay_queries.shift_of(on, typed["at"] or MIDDAY)
    return {
        "text": typed["notes"],
        "measures": typed.get("measures", ""),
        "weight": typed.get("weight", ""),
        "at": typed["at"],
        "shift": shift,
        "on": day,
    }


_WAYS: dict[str, Callable[[Actor, Any, Typed, date], tuple[str, Voidable]]] = {
    "visit": _visit,
    "plan_visit": _plan_visit,
    "call": _contact("contact"),
    "meeting": _contact("contact"),
    "letter": _contact("mail"),
    "observation": _observation,
    "step": _step,
    "event": _event,
    "change": _change,
    "result": _result,
    "assumption": _assumption,
    "service": _service,
    "aid": _aid,
    "duty": _duty("duty"),
    "incident": _duty("incident"),
}
