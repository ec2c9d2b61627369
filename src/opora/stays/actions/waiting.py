"""A family is put on the list of those who wait for a place, and what came of it is written down."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.errors import Conflict, Invalid
from opora.process import actions as process
from opora.process.models import Route
from opora.process.policies import check_not_long_before
from opora.process.queries import Place, place_of, place_of_record, recordable
from opora.stays.models import Waiting
from opora.stays.queries.places import get_shelter
from opora.stays.queries.waiting import answered_by_coming, lives_in_centre, standing_at, waiting_in_sight

LONGEST = 1_000
MOST_PEOPLE = 30
MISTAKE = "mistake"
"""The one answer that is none: the family was put on the list by mistake."""


@dataclass(frozen=True, slots=True)
class Asked:
    """For which centre a family waits (none: whichever has room), how urgently, how many people, in own words."""

    urgency: str
    people: int
    shelter_id: int | None = None
    note: str = ""


@transaction.atomic
def wait_for_place(
    *, actor: Actor, route_id: int | None = None, case_id: int | None = None, asked: Asked, on: date
) -> Waiting:
    """The family waits for a place from a day on; of two who put it on the list at once the second is told."""
    place = recordable(actor=actor, route_id=route_id, case_id=case_id)
    _hold(place)
    if place.has_ended:
        raise Conflict(_("The work with this family is over: nothing new is recorded."))
    if lives_in_centre(place):
        raise Conflict(_("The family lives in the centre already. Nothing was changed."))
    if standing_at(place) is not None:
        raise Conflict(_("The family waits for a place already. Nothing was changed."))
    kept = _checked(actor, asked)
    # Whoever waits longest is helped first: a slip in the year would put this family before all others.
    check_not_long_before(on, began=place.began_on)
    made = Waiting.objects.create(**place.keys, **kept, since_on=on, by_id=actor.user_id)
    _journal(actor, "stays.wait_began", place, on)
    return made


@transaction.atomic
def change_waiting(*, actor: Actor, waiting_id: int, asked: Asked, on: date) -> Waiting:
    """It became more urgent, another centre will do, or more people come; since when it waits stays as it is."""
    waiting, place = _held(actor, waiting_id)
    for name, value in _checked(actor, asked).items():
        setattr(waiting, name, value)
    waiting.save(update_fields=["shelter", "urgency", "people", "note"])
    _journal(actor, "stays.wait_changed", place, on)
    return waiting


@transaction.atomic
def answer_waiting(*, actor: Actor, waiting_id: int, answer: str, on: date) -> Waiting:
    """The family waits no more: it found another shelter or gave up; a mistake counts nowhere."""
    waiting, place = _held(actor, waiting_id)
    if answer == MISTAKE:
        process.void(actor=actor, record=waiting, what="waiting", reason=str(_("put on the list by mistake")), on=on)
        return waiting
    if answer not in (Waiting.Answer.ELSEWHERE, Waiting.Answer.GAVE_UP):
        raise Invalid({"answer": _("Choose what came of it.")})
    if on < waiting.since_on:
        raise Invalid({"on": _("The family waits only since a later day.")})
    _answer(waiting, answer, on)
    _journal(actor, "stays.wait_over", place, on)
    return waiting


def has_come(*, actor: Actor, case_id: int, on: date) -> None:
    """The family moved in: whatever it waited for is answered."""
    waiting = standing_at(place_of(actor=actor, case_id=case_id))
    if waiting is not None:
        _answer(waiting, Waiting.Answer.ADMITTED, max(on, waiting.since_on))


def has_not_come(*, actor: Actor, case_id: int, on: date) -> None:
    """The family was said to have moved in and had not: what it waited for it waits for again."""
    place = place_of(actor=actor, case_id=case_id)
    last = answered_by_coming(place, on)
    if last is not None and standing_at(place) is None:
        last.answer, last.answered_on = "", None
        last.save(update_fields=["answer", "answered_on"])


def _answer(waiting: Waiting, answer: str, on: date) -> None:
    waiting.answer, waiting.answered_on = answer, on
    waiting.save(update_fields=["answer", "answered_on"])


def _held(actor: Actor, waiting_id: int) -> tuple[Waiting, Place]:
    seen = waiting_in_sight(actor=actor, waiting_id=waiting_id)
    place = place_of_record(actor=actor, record=seen)
    recordable(actor=actor, route_id=place.route_id, case_id=place.case_id)
    waiting = Waiting.objects.select_for_update(of=("self",)).get(pk=seen.pk)
    if waiting.answer:
        raise Conflict(_("It is recorded already what came of it. Nothing was changed."))
    return waiting, place


def _hold(place: Place) -> None:
    if place.route is not None:
        Route.objects.select_for_update(no_key=True).filter(pk=place.route.pk).values_list("pk").first()


def _checked(actor: Actor, asked: Asked) -> dict[str, Any]:
    wrong: dict[str, object] = {}
    if asked.urgency not in Waiting.Urgency.values:
        wrong["urgency"] = _("Choose how urgent it is.")
    if not 1 <= asked.people <= MOST_PEOPLE:
        wrong["people"] = _("Say how many people come, from 1 to 30.")
    note = asked.note.strip()
    if len(note) > LONGEST:
        wrong["note"] = _("Write up to 1,000 letters.")
    shelter = get_shelter(actor=actor, shelter_id=asked.shelter_id) if asked.shelter_id is not None else None
    if shelter is not None and shelter.closed_on is not None:
        wrong["shelter_id"] = _("This place is closed. Choose another one.")
    if wrong:
        raise Invalid(wrong)
    return {"shelter": shelter, "urgency": asked.urgency, "people": asked.people, "note": note}


def _journal(actor: Actor, verb: str, place: Place, on: date) -> None:
    audit.record(actor=actor, verb=verb, case_id=place.case_id, family_id=place.family_id, day=on.isoformat())
