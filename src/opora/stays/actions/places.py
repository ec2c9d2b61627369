"""Centres, their rooms and beds, and beds that are out of use."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.errors import Conflict, Invalid
from opora.partners.models import Partner
from opora.stays import policies
from opora.stays.actions.following import release
from opora.stays.actions.holding import hold_beds, kept_by_the_database
from opora.stays.models import Bed, BedUse, Room, Shelter
from opora.stays.queries import get_shelter


@transaction.atomic
def add_shelter(
    *,
    actor: Actor,
    name: str,
    kind: str = Shelter.Kind.OWN,
    department_id: int | None = None,
    partner_id: int | None = None,
    on: date,
) -> Shelter:
    """A centre of one's own or a partner's shelter in which our families live (S1-29)."""
    policies.check_can_manage(actor)
    wrong: dict[str, object] = {}
    if not name.strip():
        wrong["name"] = _("Fill this in.")
    elif Shelter.objects.filter(name__iexact=name.strip()).exists():
        wrong["name"] = _("There is a place of this name already.")
    if kind not in Shelter.Kind.values:
        wrong["kind"] = _("Choose whose place it is.")
    if kind == Shelter.Kind.OWN:
        partner_id = None
    elif partner_id is not None and not Partner.objects.filter(pk=partner_id).exists():
        wrong["partner_id"] = _("Choose a partner from the directory.")
    if wrong:
        raise Invalid(wrong)
    shelter = Shelter.objects.create(name=name.strip(), kind=kind, department_id=department_id, partner_id=partner_id)
    _journal(actor, "stays.shelter_added", shelter, on)
    return shelter


@transaction.atomic
def add_room(*, actor: Actor, shelter_id: int, name: str, beds: int, cots: int = 0, on: date) -> Room:
    """A room with its beds and cots, numbered from one."""
    shelter = get_shelter(actor=actor, shelter_id=shelter_id, ability="stays.manage")
    wrong: dict[str, object] = {}
    if not name.strip():
        wrong["name"] = _("Fill this in.")
    elif shelter.rooms.filter(name__iexact=name.strip()).exists():
        wrong["name"] = _("There is a room of this name already.")
    if beds < 0 or cots < 0 or not 1 <= beds + cots <= 40:
        wrong["beds"] = _("A room has from 1 to 40 beds.")
    if wrong:
        raise Invalid(wrong)
    room = Room.objects.create(shelter=shelter, name=name.strip(), position=shelter.rooms.count())
    kinds = [Bed.Kind.BED] * beds + [Bed.Kind.COT] * cots
    Bed.objects.bulk_create(
        Bed(room=room, name=str(number), kind=kind, from_on=on) for number, kind in enumerate(kinds, start=1)
    )
    _journal(actor, "stays.room_added", shelter, on, beds=len(kinds))
    return room


@transaction.atomic
def add_bed(*, actor: Actor, room_id: int, kind: str = Bed.Kind.BED, on: date) -> Bed:
    """One more bed or cot in a room."""
    room = Room.objects.select_for_update().filter(pk=room_id).first()
    if room is None:
        raise policies.unseen()
    shelter = get_shelter(actor=actor, shelter_id=room.shelter_id, ability="stays.manage")
    if kind not in Bed.Kind.values:
        raise Invalid({"kind": _("Choose a bed or a cot.")})
    known = set(room.beds.values_list("name", flat=True))
    name = next(str(number) for number in range(1, len(known) + 2) if str(number) not in known)
    bed = Bed.objects.create(room=room, name=name, kind=kind, from_on=on)
    _journal(actor, "stays.bed_added", shelter, on)
    return bed


@transaction.atomic
def remove_bed(*, actor: Actor, bed_id: int, on: date) -> Bed:
    """The bed is taken away for good; what was counted of it stays counted."""
    bed = _bed(actor, bed_id)
    uses = BedUse.objects.filter(bed=bed, released_on=None)
    if uses.exclude(kind=BedUse.Kind.BLOCKED, held_until__lte=on).exists():
        raise Conflict(_("Somebody has this bed or it is kept for a family. Free it first."))
    bed.closed_on = on
    bed.save(update_fields=["closed_on"])
    _journal(actor, "stays.bed_removed", bed.room.shelter, on)
    return bed


@transaction.atomic
def block_bed(*, actor: Actor, bed_id: int, from_on: date, until: date | None = None, why: str, on: date) -> BedUse:
    """A bed is out of use for repair or another reason; no guest is needed for that (aid-desks)."""
    bed = _bed(actor, bed_id)
    wrong: dict[str, object] = {}
    if not why.strip():
        wrong["why"] = _("Say why, in a word or two: repair, disinfection.")
    if until is not None and until <= from_on:
        wrong["until"] = _("The day on which it is free again is later than the first day.")
    if wrong:
        raise Invalid(wrong)
    with kept_by_the_database(_("Somebody has this bed on these days, or it is kept for a family. Free it first.")):
        use = BedUse.objects.create(
            bed=bed,
            kind=BedUse.Kind.BLOCKED,
            from_on=from_on,
            held_until=until,
            why=why.strip()[:200],
            by_id=actor.user_id,
        )
    _journal(actor, "stays.bed_blocked", bed.room.shelter, from_on)
    return use


@transaction.atomic
def unblock_bed(*, actor: Actor, use_id: int, on: date) -> BedUse:
    """The bed can be used again from this day on."""
    found = BedUse.objects.filter(pk=use_id, kind=BedUse.Kind.BLOCKED).first()
    if found is None or found.bed_id is None:
        raise policies.unseen()
    bed = _bed(actor, found.bed_id)
    use = BedUse.objects.get(pk=use_id)
    if use.held_until is not None and use.held_until <= on:
        raise Conflict(_("The bed is in use again already. Nothing was changed."))
    release(use, on)
    _journal(actor, "stays.bed_unblocked", bed.room.shelter, on)
    return use


def _bed(actor: Actor, bed_id: int) -> Bed:
    """Hold a bed of a place that this person keeps."""
    held = hold_beds([bed_id])
    if not held:
        raise policies.unseen()
    get_shelter(actor=actor, shelter_id=held[0].room.shelter_id, ability="stays.manage")
    return held[0]


def _journal(actor: Actor, verb: str, shelter: Shelter, on: date, **data: int) -> None:
    audit.record(actor=actor, verb=verb, shelter=shelter.pk, day=on.isoformat(), **data)


__all__ = ["add_bed", "add_room", "add_shelter", "block_bed", "remove_bed", "unblock_bed"]
