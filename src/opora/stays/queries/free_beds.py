"""Which beds nobody has from a day to another."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import F, Q, QuerySet

from opora.stays.models import Bed, BedUse
from opora.stays.queries.places import beds_in_use


@dataclass(frozen=True, slots=True)
class BedOffered:
    """A free bed as a form offers it."""

    id: int
    room_id: int
    room: str
    name: str
    is_cot: bool


def free_beds(
    shelter_id: int, *, from_on: date, until: date | None, present: bool = True, besides: Collection[int] = ()
) -> list[BedOffered]:
    """The free beds of a place for these days; ``besides`` are uses that do not count (those of the family itself)."""
    taken = set(uses_against(from_on, until, present=present, besides=besides).values_list("bed_id", flat=True))
    return [
        BedOffered(bed.pk, bed.room_id, bed.room.name, bed.name, bed.kind == Bed.Kind.COT)
        for bed in beds_in_use(shelter_id, from_on)
        if bed.pk not in taken and bed.from_on <= from_on
    ]


def uses_against(
    from_on: date, until: date | None, *, present: bool, besides: Collection[int] = ()
) -> "QuerySet[BedUse]":
    """Uses of beds that stand against a new one: in its days or, for somebody who comes now, by who is still there."""
    after_start = Q(held_until=None) | Q(held_until__gt=from_on)
    against = after_start if until is None else after_start & Q(from_on__lt=until)
    # A family that left on the day it came had the bed for no night.
    against &= Q(held_until=None) | ~Q(held_until=F("from_on"))
    if present:
        against |= Q(kind=BedUse.Kind.LIVES, released_on=None)
    return BedUse.objects.filter(against, bed__isnull=False).exclude(pk__in=besides)
