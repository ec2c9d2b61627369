"""A visit as life has it: recorded on the spot, put off, cancelled, the family not at home, put right, voided."""

from collections.abc import Collection, Sequence
from datetime import date, time
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.models import User
from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.dates import now
from opora.common.errors import Conflict, Invalid
from opora.families.sealing import opened
from opora.intake import policies
from opora.intake.actions.placing import family_ids, strangers, told_day
from opora.intake.models import Visit, VisitedChild
from opora.intake.queries import visit_in_sight
from opora.intake.rules.visits import LONGEST, NOTE, PLANNED, TOLD
from opora.process import actions as process
from opora.process.models import Amendment
from opora.process.queries import Place, place_of_record, recordable, takes_part


@transaction.atomic
def record_visit(
    *,
    actor: Actor,
    route_id: int | None = None,
    case_id: int | None = None,
    visitor_ids: Sequence[int],
    seen_ids: Collection[int] = (),
    note: str = "",
    safety: str = "",
    at: time | None = None,
    was_missed: bool = False,
    on: date,
) -> Visit:
    """We were there: who went, whom one saw, two lines. A visit planned for that day is this one.

    ``was_missed``: one went, and the family was not there.
    """
    place = recordable(actor=actor, route_id=route_id, case_id=case_id)
    policies.check_day(on, began=place.began_on)
    note = _checked(place, seen_ids, note, safety, on)
    if not was_missed:
        check_tells(seen_ids, note, safety)
    wanted = checked_visitors(visitor_ids)
    ahead = _planned_for(place, on)
    visit = ahead or Visit(**place.keys, planned_on=on)
    told: dict[str, Any] = {PLANNED: _as_planned(ahead)} if ahead is not None else {}
    # Whoever was there answers for what is written, whoever planned it.
    visit.by_id, visit.recorded_at = actor.user_id, now()
    visit.visitor_ids, visit.at = wanted, at or visit.at
    if was_missed:
        visit.not_held = Visit.NotHeld.MISSED
    else:
        visit.held_on, visit.safety = on, safety
    told |= {NOTE: note} if note else {}
    visit.report = told
    visit.save()
    _see(visit, place, set() if was_missed else set(seen_ids), is_held=not was_missed)
    invite_visitors(actor, place, wanted, on)
    audit.record(
        actor=actor, verb="intake.visit_held", case_id=place.case_id, family_id=place.family_id, day=on.isoformat()
    )
    return visit


@transaction.atomic
def correct_visit(
    *,
    actor: Actor,
    visit_id: int,
    visitor_ids: Sequence[int],
    seen_ids: Collection[int] = (),
    note: str = "",
    safety: str = "",
    at: time | None = None,
    reason: str = "",
    on: date,
    today: date,
) -> Visit:
    """What was written of a held visit is put right; the former words stay readable. An approved report is final."""
    visit = _hold(actor, visit_id)
    if visit.held_on is None or visit.approved_on is not None:
        raise Conflict(_("Only a visit that was held and whose report is not approved yet can be corrected."))
    place = process.check_may_mend(actor=actor, record=visit, on=today)
    policies.check_day(on, began=place.began_on)
    note = _checked(place, seen_ids, note, safety, on)
    told = _told(visit)
    check_tells(seen_ids, note, safety, *(told.get(name) for name in TOLD))
    before = {"on": told_day(visit.held_on), "at": f"{visit.at:%H:%M}" if visit.at else "", "text": told.get(NOTE, "")}
    visit.visitor_ids, visit.at, visit.held_on, visit.safety = checked_visitors(visitor_ids), at, on, safety
    kept = {**told, NOTE: note} if note else {name: text for name, text in told.items() if name != NOTE}
    visit.report = kept
    visit.save()
    _see(visit, place, set(seen_ids), is_held=True)
    _amend(actor, visit, place, Amendment.Kind.CORRECTED, reason, before, today)
    return visit


@transaction.atomic
def put_off_visit(
    *, actor: Actor, visit_id: int, to_on: date, at: time | None = None, reason: str = "", on: date
) -> Visit:
    """The planned visit takes place on another day or at another hour; the former day stays readable."""
    visit = _hold(actor, visit_id)
    place = _check_ahead(actor, visit)
    policies.check_day(to_on, began=place.began_on, field="to_on")
    if to_on < on:
        raise Invalid({"to_on": _("A visit is put off to today or a later day.")})
    before = {"on": told_day(visit.planned_on), "at": f"{visit.at:%H:%M}" if visit.at else ""}
    visit.planned_on, visit.at = to_on, at
    visit.save(update_fields=["planned_on", "at"])
    _amend(actor, visit, place, Amendment.Kind.PUT_OFF, reason, before, on)
    return visit


@transaction.atomic
def cancel_visit(*, actor: Actor, visit_id: int, reason: str, on: date) -> Visit:
    """The planned visit will not take place; why stays readable."""
    visit = _hold(actor, visit_id)
    place = _check_ahead(actor, visit)
    visit.not_held = Visit.NotHeld.CANCELLED
    visit.save(update_fields=["not_held"])
    _amend(actor, visit, place, Amendment.Kind.CANCELLED, reason, None, on, is_reason_needed=True)
    return visit


@transaction.atomic
def miss_visit(*, actor: Actor, visit_id: int, reason: str = "", on: date) -> Visit:
    """One went, and the family was not there: after three such visits in a row somebody should look why."""
    visit = _hold(actor, visit_id)
    place = _check_ahead(actor, visit)
    if visit.planned_on > on:
        raise Invalid({"": _("The day of this visit has not come yet. Cancel it or put it off instead.")})
    visit.not_held = Visit.NotHeld.MISSED
    visit.save(update_fields=["not_held"])
    _amend(actor, visit, place, Amendment.Kind.MISSED, reason, None, on)
    return visit


@transaction.atomic
def void_visit(*, actor: Actor, visit_id: int, reason: str = "", is_undo: bool = False, on: date) -> Visit:
    """A visit that was not, or not to this family: it counts nowhere, its report is no paper of the path any more."""
    visit = _hold(actor, visit_id)
    planned = _told(visit).get(PLANNED)
    if is_undo and planned:
        return _plan_again(actor, visit, planned, on)
    process.void(actor=actor, record=visit, what="visit", reason=reason, is_undo=is_undo, on=on)
    return visit


def _as_planned(visit: Visit) -> dict[str, Any]:
    hour = f"{visit.at:%H:%M}" if visit.at else ""
    return {"visitors": visit.visitor_ids, "at": hour, "by": visit.by_id}


def _plan_again(actor: Actor, visit: Visit, planned: dict[str, Any], on: date) -> Visit:
    """What was recorded of a planned visit is taken back: the visit itself is still ahead."""
    place = process.check_may_mend(actor=actor, record=visit, on=on)
    before = {"text": _told(visit).get(NOTE, "")}
    visit.visitor_ids, visit.by_id = planned["visitors"], planned["by"]
    visit.at = time.fromisoformat(planned["at"]) if planned["at"] else None
    visit.held_on, visit.not_held, visit.safety, visit.report = None, Visit.NotHeld.NO, "", None
    visit.save()
    _see(visit, place, set(), is_held=False)
    _amend(actor, visit, place, Amendment.Kind.CORRECTED, "", before, on)
    return visit


def checked_visitors(visitor_ids: Sequence[int]) -> list[int]:
    """Those who go, once each; Invalid for nobody or for somebody who does not work here."""
    wanted = sorted(set(visitor_ids))
    if not wanted or User.objects.filter(pk__in=wanted, is_active=True).count() != len(wanted):
        raise Invalid({"visitor_ids": _("Choose who goes to the family.")})
    return wanted


def invite_visitors(actor: Actor, place: Place, visitor_ids: Sequence[int], on: date) -> None:
    """Whoever goes to a family takes part in its path, so that the visit stands on his or her own day.

    On a case without a path the team goes.
    """
    if place.route is None:
        return
    known = {place.route.worker_id}
    if actor.user_id in visitor_ids:
        known |= takes_part(actor=actor, route=place.route)
    for user_id in visitor_ids:
        if user_id not in known:
            process.invite(actor=actor, route_id=place.route.pk, user_id=user_id, on=on)


def _hold(actor: Actor, visit_id: int) -> Visit:
    found = visit_in_sight(actor=actor, visit_id=visit_id)
    return Visit.every.select_for_update(of=("self",)).get(pk=found.pk)


def _planned_for(place: Place, on: date) -> Visit | None:
    ahead = Visit.objects.filter(**place.keys, planned_on=on, held_on=None, not_held="")
    return ahead.select_for_update(of=("self",)).order_by("at", "pk").first()


def _check_ahead(actor: Actor, visit: Visit) -> Place:
    """The place of a visit that is still to come; planning is ordinary work, so whoever records here may change it."""
    recordable(actor=actor, route_id=visit.route_id, case_id=visit.case_id)
    if visit.held_on is not None or visit.not_held or visit.voided_on is not None:
        raise Conflict(_("This visit is not ahead any more. Look at it as it is now."))
    return place_of_record(actor=actor, record=visit)


def _checked(place: Place, seen_ids: Collection[int], note: str, safety: str, on: date) -> str:
    wrong: dict[str, object] = {}
    note = note.strip()
    if safety not in Visit.Safety.values:
        wrong["safety"] = _("Choose from the list.")
    if strangers(place, seen_ids, on=on):
        wrong["people_ids"] = _("Choose people of this family from the list.")
    if len(note) > LONGEST:
        wrong["notes"] = _("This is too long to be kept. Shorten it.")
    if wrong:
        raise Invalid(wrong)
    return note


def check_tells(*what: object, field: str = "notes") -> None:
    """Raise Invalid for a visit of which nothing at all is told: whom one saw, what one saw, or how safe it is."""
    if not any(what):
        said = _("Say at least one thing: whom you saw or what you saw. If nobody was at home, record just that.")
        raise Invalid({field: said})


def _see(visit: Visit, place: Place, seen: set[int], *, is_held: bool) -> None:
    """Who was seen: the adults by name, of each child also that one did not see it."""
    people = family_ids(place, on=visit.held_on or visit.planned_on)
    children = [person_id for person_id, is_child in people.items() if is_child]
    visit.adults.set(seen - set(children))
    judged = dict(visit.children.exclude(condition="").values_list("person_id", "condition"))
    visit.children.all().delete()
    if not is_held:
        return
    VisitedChild.objects.bulk_create(
        [
            VisitedChild(
                visit=visit,
                number=number,
                person_id=person_id,
                was_seen=person_id in seen,
                condition=judged.get(person_id, "") if person_id in seen else "",
            )
            for number, person_id in enumerate(children, 1)
        ]
    )


def _told(visit: Visit) -> dict[str, Any]:
    return dict(opened(visit, "report")) if visit.report is not None else {}


def _amend(
    actor: Actor,
    visit: Visit,
    place: Place,
    kind: str,
    reason: str,
    before: dict[str, str] | None,
    on: date,
    is_reason_needed: bool = False,
) -> None:
    process.amend(
        actor=actor,
        record=visit,
        place=place,
        kind=kind,
        what="visit",
        reason=reason,
        before=before,
        is_reason_needed=is_reason_needed,
        on=on,
    )
