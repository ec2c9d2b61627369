"""Recording what changed, mending it, taking it back; what holds now is marked with every one of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.cases.models import Case
from opora.circumstances import policies
from opora.circumstances.models import LifeChange
from opora.circumstances.queries.finding import change_in_sight
from opora.circumstances.rules import About, ChangeKind
from opora.common.errors import Invalid
from opora.families.models import FamilyMember
from opora.families.sealing import opened
from opora.process import actions as process
from opora.process.models import Route
from opora.process.queries import Place, place_of_record, recordable

LONGEST = 2_000
_FIRST_YEAR = 1950
_FIELDS = ("kind", "item", "person_id", "value", "number", "rated_by", "on", "expected_on", "note")


@dataclass(frozen=True, slots=True)
class Changed:
    """What is so from a day on, as it was typed."""

    kind: str
    item: str = ""
    person_id: int | None = None
    value: str = ""
    number: Decimal | None = None
    rated_by: str = ""
    expected_on: date | None = None
    note: str = ""


@transaction.atomic
def record_change(
    *, actor: Actor, route_id: int | None = None, case_id: int | None = None, changed: Changed, on: date
) -> LifeChange:
    """Keep that something became so on a day, which may lie before we knew the family."""
    place = recordable(actor=actor, route_id=route_id, case_id=case_id)
    _hold(place)
    kept = _checked(changed, actor, place, on)
    change = LifeChange.objects.create(**place.keys, **kept, by_id=actor.user_id)
    _mark_newest(change)
    audit.record(
        actor=actor,
        verb="circumstances.recorded",
        case_id=place.case_id,
        family_id=place.family_id,
        what=change.kind,
    )
    return change


@transaction.atomic
def correct_change(
    *, actor: Actor, change_id: int, changed: Changed, reason: str = "", on: date, today: date
) -> LifeChange:
    """What was written is put right; the former words stay readable."""
    change = _held(change_in_sight(actor=actor, change_id=change_id), actor)
    place = process.check_may_mend(actor=actor, record=change, on=today)
    kept = _checked(changed, actor, place, on)
    former = LifeChange(**{name: getattr(change, name) for name in (*_FIELDS, "route_id", "case_id")})
    before = {"on": change.on.isoformat(), "text": opened(change, "note"), "value": change.value}
    for name, value in kept.items():
        setattr(change, name, value)
    change.save(update_fields=[name.removesuffix("_id") for name in kept])
    _mark_newest(former)
    _mark_newest(change)
    process.corrected(
        actor=actor,
        record=change,
        place=place,
        what="change",
        reason=reason,
        before=before,
        is_reason_needed=False,
        on=today,
    )
    return change


@transaction.atomic
def void_change(*, actor: Actor, change_id: int, reason: str = "", is_undo: bool = False, on: date) -> LifeChange:
    """What was not so counts nowhere; what was before it holds again."""
    change = _held(change_in_sight(actor=actor, change_id=change_id), actor)
    process.void(actor=actor, record=change, what="change", reason=reason, is_undo=is_undo, on=on)
    _mark_newest(change)
    return change


def _hold(place: Place) -> None:
    """Of two people recording at once the second sees what the first one wrote."""
    if place.route is not None:
        Route.objects.select_for_update().filter(pk=place.route.pk).values_list("pk").first()
    elif place.case is not None:
        Case.objects.select_for_update().filter(pk=place.case.pk).values_list("pk").first()


def _held(change: LifeChange, actor: Actor) -> LifeChange:
    _hold(place_of_record(actor=actor, record=change))
    return LifeChange.every.select_for_update(of=("self",)).get(pk=change.pk)


def _mark_newest(of: LifeChange) -> None:
    """Of the thread of a record, the newest that stands is marked, and no other."""
    thread = LifeChange.every.filter(
        _same("route", of.route_id),
        _same("case", of.case_id),
        _same("person", of.person_id),
        kind=of.kind,
        item=of.item,
        rated_by=of.rated_by,
    )
    newest = thread.filter(voided_on=None).order_by("-on", "-pk").values_list("pk", flat=True).first() or 0
    thread.filter(is_newest=True).exclude(pk=newest).update(is_newest=False)
    thread.filter(pk=newest, is_newest=False).update(is_newest=True)
    of.is_newest = of.pk == newest


def _same(name: str, pk: int | None) -> Q:
    return Q(**{name: pk}) if pk is not None else Q(**{f"{name}__isnull": True})


def _checked(changed: Changed, actor: Actor, place: Place, on: date) -> dict[str, Any]:
    kind = policies.kinds_for(actor, place).get(changed.kind)
    if kind is None:
        raise Invalid({"kind": _("Choose what changed.")})
    wrong: dict[str, object] = {}
    person_id = _person(kind, changed.person_id, place, wrong)
    _check_item(kind, changed.item, wrong)
    _check_value(kind, changed, wrong)
    if on.year < _FIRST_YEAR:
        wrong["on"] = _("This day is too long ago. Check the date.")
    if changed.expected_on is not None and changed.expected_on < on:
        wrong["expected_on"] = _("What is expected lies after the day it is expected since. Check the dates.")
    note = changed.note.strip()
    if len(note) > LONGEST:
        wrong["note"] = _("Write up to 2,000 letters.")
    if wrong:
        raise Invalid(wrong)
    return {
        "kind": kind.code,
        "item": changed.item,
        "person_id": person_id,
        "value": changed.value,
        "number": changed.number,
        "rated_by": changed.rated_by if kind.is_rated else "",
        "on": on,
        "expected_on": changed.expected_on if changed.value in kind.awaits else None,
        "note": note,
    }


def _person(kind: ChangeKind, person_id: int | None, place: Place, wrong: dict[str, object]) -> int | None:
    """Somebody of the family of whom this kind is told; nobody where it concerns the family as a whole."""
    if person_id is None:
        if About.FAMILY not in kind.about and place.family_id is not None:
            wrong["person_id"] = _("Choose whom it concerns.")
        return None
    if not FamilyMember.objects.filter(family_id=place.family_id or 0, person_id=person_id).exists():
        wrong["person_id"] = _("Choose somebody of this family.")
    return person_id


def _check_item(kind: ChangeKind, item: str, wrong: dict[str, object]) -> None:
    if (item or kind.items) and item not in kind.items:
        wrong["item"] = _("Choose which one.")


def _check_value(kind: ChangeKind, changed: Changed, wrong: Mapping[str, object]) -> None:
    said: dict[str, object] = wrong if isinstance(wrong, dict) else {}
    if changed.value not in kind.offered and (changed.value or kind.values):
        said["value"] = _("Choose what it is now.")
    number = changed.number
    if kind.is_number and number is None:
        said["number"] = _("Enter a number.")
    if number is None:
        return
    if not kind.has_number:
        said["number"] = _("There is no number here.")
    elif kind.least is not None and kind.most is not None and not kind.least <= number <= kind.most:
        said["number"] = _("Enter a number from %(least)s to %(most)s.") % {"least": kind.least, "most": kind.most}
