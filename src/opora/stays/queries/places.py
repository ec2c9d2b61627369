"""Places, their rooms and their beds."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from opora.access.rules import Actor
from opora.stays import policies
from opora.stays.models import Bed, BedUse, Room, Shelter


@dataclass(frozen=True, slots=True)
class ShelterFile:
    """A place with its rooms, each with its beds, and with what is out of use now or soon."""

    shelter: Shelter
    rooms: tuple[tuple[Room, tuple[Bed, ...]], ...]
    blocks: tuple[BedUse, ...]
    may_manage: bool


def list_shelters(*, actor: Actor, with_closed: bool = False) -> list[Shelter]:
    """The places this person may look into, one's own centres first."""
    found = policies.in_reach(actor)
    return list(found if with_closed else found.filter(closed_on=None))


def get_shelter(*, actor: Actor, shelter_id: int, ability: str = "stays.read") -> Shelter:
    """A place in reach; NotFound for any other."""
    found = policies.in_reach(actor, ability).filter(pk=shelter_id).first()
    if found is None:
        raise policies.unseen()
    return found


def keeps_shelter(*, actor: Actor, shelter_id: int) -> bool:
    """Whether this person keeps the rooms and beds of a place."""
    return policies.in_reach(actor, "stays.manage").filter(pk=shelter_id).exists()


def shelter_file(*, actor: Actor, shelter_id: int, on: date) -> ShelterFile:
    """What a place consists of."""
    shelter = get_shelter(actor=actor, shelter_id=shelter_id)
    beds: dict[int, list[Bed]] = {}
    for bed in beds_in_use(shelter.pk, on):
        beds.setdefault(bed.room_id, []).append(bed)
    blocks = BedUse.objects.filter(kind=BedUse.Kind.BLOCKED, bed__room__shelter=shelter)
    blocks = blocks.filter(Q(held_until=None) | Q(held_until__gt=on)).select_related("bed__room")
    return ShelterFile(
        shelter=shelter,
        rooms=tuple((room, tuple(beds.get(room.pk, ()))) for room in shelter.rooms.all()),
        blocks=tuple(blocks.order_by("from_on", "pk")),
        may_manage=keeps_shelter(actor=actor, shelter_id=shelter.pk),
    )


def beds_in_use(shelter_id: int, on: date) -> list[Bed]:
    """The beds of a place on a day, room by room."""
    found = Bed.objects.filter(room__shelter=shelter_id).exclude(closed_on__lte=on).select_related("room")
    return list(found.order_by("room__position", "room_id", "pk"))


def get_room(*, actor: Actor, room_id: int) -> Room:
    """A room of a place that this person keeps; NotFound for any other."""
    kept = policies.in_reach(actor, "stays.manage").values("pk")
    found = Room.objects.filter(pk=room_id, shelter__in=kept).select_related("shelter").first()
    if found is None:
        raise policies.unseen()
    return found


def get_bed(*, actor: Actor, bed_id: int) -> Bed:
    """A bed of a place that this person keeps; NotFound for any other."""
    kept = policies.in_reach(actor, "stays.manage").values("pk")
    found = Bed.objects.filter(pk=bed_id, room__shelter__in=kept).select_related("room__shelter").first()
    if found is None:
        raise policies.unseen()
    return found


def get_block(*, actor: Actor, use_id: int) -> BedUse:
    """A time for which a bed is out of use, in a place that this person keeps; NotFound for any other."""
    kept = policies.in_reach(actor, "stays.manage").values("pk")
    found = BedUse.objects.filter(pk=use_id, kind=BedUse.Kind.BLOCKED, bed__room__shelter__in=kept)
    use = found.select_related("bed__room__shelter").first()
    if use is None:
        raise policies.unseen()
    return use
