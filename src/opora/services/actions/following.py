"""Services that follow a list of attendance: one for every family that came, put right whenever the list is."""

from collections.abc import Sequence
from datetime import date, time
from typing import Any
from uuid import UUID

from django.db import transaction

from opora.access.rules import SYSTEM, Actor
from opora.audit import actions as audit
from opora.intake.actions.placing import told_day
from opora.process import actions as process
from opora.process.models import Amendment
from opora.process.queries import Place, place_of
from opora.services.actions.giving import Recipient, kept_of, planned_for
from opora.services.actions.placing import hold, keys_of
from opora.services.models import Provision
from opora.services.queries.notes import note_of

Whose = tuple[str, int]


@transaction.atomic
def follow_list(
    *,
    actor: Actor,
    origin: str,
    together: UUID,
    recipients: Sequence[Recipient],
    service_id: int | None,
    on: date,
    at: time | None = None,
    minutes: int | None = None,
    format: str = "",
    worker_id: int | None = None,
) -> None:
    """Each family that came has the service once, with everybody of it who came; a family that did not come has none.

    A list that counts as no service gives none; what it gave before is put right all the same.
    Whoever keeps the list may do this for every family on it: those who work with the family have put it there.
    """
    given = Provision.objects.select_for_update(of=("self",)).filter(origin=origin).order_by("pk")
    known: dict[Whose, list[tuple[Provision, Place]]] = {}
    for one in given:
        place = place_of(actor=SYSTEM, route_id=one.route_id, case_id=one.case_id)
        known.setdefault(_whose(place), []).append((one, place))
    for came in _families(recipients):
        former = known.pop(_whose(place_of(actor=SYSTEM, route_id=came.route_id, case_id=came.case_id)), [])
        if former:
            _put_right(actor, *former[0], {"on": on, "at": at, "minutes": minutes}, came.people_ids)
            for double in former[1:]:
                _take_back(actor, *double, on)
        if former or service_id is None:
            continue
        place = hold(actor=SYSTEM, route_id=came.route_id, case_id=came.case_id, on=on)
        kept = kept_of(
            place,
            service_id=service_id,
            at=at,
            minutes=minutes,
            people_ids=came.people_ids,
            format=format,
            worker_id=worker_id,
            on=on,
        )
        made = Provision.objects.create(
            **place.keys,
            **kept,
            planned=planned_for(place, service_id, None),
            together=together,
            origin=origin,
            by_id=actor.user_id,
        )
        made.people.set(came.people_ids)
        audit.record(actor=actor, verb="services.given", service=service_id, day=on.isoformat(), **keys_of(place))
    for gone in known.values():
        for one, place in gone:
            _take_back(actor, one, place, on)


def _whose(place: Place) -> Whose:
    if place.family_id is not None:
        return "family", place.family_id
    return ("case", place.case_id) if place.case_id is not None else ("path", place.route_id or 0)


def _families(recipients: Sequence[Recipient]) -> list[Recipient]:
    """One line for each family, however many paths and cases its people were put on the list by."""
    found: dict[Whose, Recipient] = {}
    for one in recipients:
        whose = _whose(place_of(actor=SYSTEM, route_id=one.route_id, case_id=one.case_id))
        first = found.get(whose, one)
        people = tuple(dict.fromkeys([*(first.people_ids if whose in found else ()), *one.people_ids]))
        found[whose] = Recipient(first.route_id, first.case_id, people)
    return list(found.values())


def _put_right(actor: Actor, made: Provision, place: Place, now: dict[str, Any], people_ids: Sequence[int]) -> None:
    is_same = all(getattr(made, name) == value for name, value in now.items())
    if is_same and set(made.people.values_list("pk", flat=True)) == set(people_ids):
        return
    before = {"on": told_day(made.on), "at": f"{made.at:%H:%M}" if made.at else "", "text": note_of(actor, made)}
    for name, value in now.items():
        setattr(made, name, value)
    made.save(update_fields=list(now))
    made.people.set(people_ids)
    _amend(actor, made, place, Amendment.Kind.CORRECTED, before, now["on"])


def _take_back(actor: Actor, made: Provision, place: Place, on: date) -> None:
    made.voided_on = on
    made.save(update_fields=["voided_on"])
    _amend(actor, made, place, Amendment.Kind.VOIDED, {}, on)


def _amend(actor: Actor, made: Provision, place: Place, kind: Any, before: dict[str, Any], on: date) -> None:
    process.amend(
        actor=actor,
        record=made,
        place=place,
        kind=kind,
        what="service",
        reason="",
        before=before,
        is_reason_needed=False,
        on=on,
    )
