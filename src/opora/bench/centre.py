"""Crisis centres in bulk: so many families live in each whatever the size of the house, and ever more lived there."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from opora.access.models import Department
from opora.cases.models import Stay
from opora.stays.models import Admission, Bed, BedUse, Lodger, Room, Shelter

CENTRES, ROOMS, BEDS, PRESENT = 4, 16, 5, 15
_OPENED_BEFORE = timedelta(days=4_000)
_BATCH = 5_000
_CHANGING = 10
"""So many beds of a centre go from family to family; who found none had an extra place."""


class CentreFiller:
    """Keeps some centres and writes down who lives and lived in them."""

    def __init__(self, department: Department, *, today: date) -> None:
        first = today - _OPENED_BEFORE
        self.shelters = Shelter.objects.bulk_create(
            Shelter(name=f"Кризисный центр {n + 1}", department=department) for n in range(CENTRES)
        )
        rooms = Room.objects.bulk_create(
            Room(shelter=shelter, name=f"{n + 1}", position=n) for shelter in self.shelters for n in range(ROOMS)
        )
        beds = Bed.objects.bulk_create(
            Bed(room=room, name=f"{n + 1}", from_on=first) for room in rooms for n in range(BEDS)
        )
        beds_of = {one.pk: [bed.pk for bed in beds if bed.room.shelter_id == one.pk] for one in self.shelters}
        self._changing = {pk: dict.fromkeys(beds[:_CHANGING], first) for pk, beds in beds_of.items()}
        self._waiting = {pk: beds[_CHANGING:] for pk, beds in beds_of.items()}
        self._present = dict.fromkeys(beds_of, 0)

    def settle(self, case_ids: Sequence[int]) -> None:
        """Who of these families lived in a centre, in the order of coming, and who lives there as far as it is full."""
        stays = Stay.objects.filter(case__in=case_ids).select_related("case").prefetch_related("case__children")
        chosen = list(self._chosen(stays.order_by("from_on", "pk")))
        admissions = Admission.objects.bulk_create(
            [
                Admission(shelter=shelter, case_id=stay.case_id, stay=stay, expected_on=stay.from_on, reason="no_home")
                for shelter, stay in chosen
            ],
            batch_size=_BATCH,
        )
        lodgers = Lodger.objects.bulk_create(
            [
                Lodger(admission=one, person_id=person_id, part=part, from_on=stay.from_on, left_on=stay.left_on)
                for one, (_shelter, stay) in zip(admissions, chosen, strict=True)
                for person_id, part in _people(stay)
            ],
            batch_size=_BATCH,
        )
        BedUse.objects.bulk_create([self._use(one) for one in lodgers], batch_size=_BATCH)

    def _chosen(self, stays: Iterable[Stay]) -> Iterator[tuple[Shelter, Stay]]:
        for number, stay in enumerate(stays):
            shelter = self.shelters[number % CENTRES]
            if stay.left_on is None:
                if self._present[shelter.pk] >= PRESENT:
                    continue
                self._present[shelter.pk] += 1
            yield shelter, stay

    def _use(self, lodger: Lodger) -> BedUse:
        stay, shelter_id = lodger.admission.stay, lodger.admission.shelter_id
        until = stay.left_on or stay.planned_until if stay is not None else None
        return BedUse(
            bed_id=self._bed(shelter_id, lodger),
            lodger=lodger,
            kind=BedUse.Kind.LIVES,
            from_on=lodger.from_on,
            held_until=until,
            released_on=lodger.left_on,
        )

    def _bed(self, shelter_id: int, lodger: Lodger) -> int | None:
        """A bed nobody else has in these nights; none where all are taken."""
        if lodger.left_on is None:
            return self._waiting[shelter_id].pop() if self._waiting[shelter_id] else None
        free = self._changing[shelter_id]
        bed_id = next((bed_id for bed_id, since in free.items() if since <= lodger.from_on), None)
        if bed_id is not None:
            free[bed_id] = lodger.left_on
        return bed_id


def _people(stay: Stay) -> Iterator[tuple[int, str]]:
    yield stay.case.client_id, Lodger.Part.WOMAN
    for child in stay.case.children.all():
        yield child.person_id, Lodger.Part.CHILD
